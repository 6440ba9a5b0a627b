package dev.corbel.providers.aws.s3;

import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.s3.BucketEncryption.Encryption;
import dev.corbel.providers.kit.attribute.Attributes;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionByDefault;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionRule;

/** The default encryption of a bucket. Taken off, S3 goes back to its own keys. */
final class BucketEncryption implements BucketSetting<Encryption> {
    private static final Set<String> NONE = Set.of("NoSuchBucket", "ServerSideEncryptionConfigurationNotFoundError");
    private static final String OWN_KEYS = "AES256";

    record Encryption(String algorithm, @Nullable String key, boolean bucketKey) {
        static Encryption of(@Nullable String algorithm, @Nullable String key, @Nullable Boolean bucketKey) {
            return new Encryption(algorithm == null ? OWN_KEYS : algorithm, key, Boolean.TRUE.equals(bucketKey));
        }
    }

    @Override
    public String name() {
        return "encryption";
    }

    @Override
    public Encryption desired(DesiredAttributes attributes) {
        DesiredAttributes rule = attributes.blocks("rule").get(0);
        DesiredAttributes byDefault = rule.block("apply_server_side_encryption_by_default");
        return Encryption.of(
                byDefault.text("sse_algorithm"), byDefault.text("kms_master_key_id"), rule.flag("bucket_key_enabled"));
    }

    @Override
    public Optional<Encryption> get(S3Client s3, BucketSettingId id) {
        return S3.unless(
                        NONE,
                        () -> s3.getBucketEncryption(
                                call -> call.bucket(id.bucket()).expectedBucketOwner(id.owner())))
                .flatMap(answer -> answer.serverSideEncryptionConfiguration().rules().stream()
                        .findFirst())
                .map(BucketEncryption::plain);
    }

    private static Encryption plain(ServerSideEncryptionRule rule) {
        ServerSideEncryptionByDefault byDefault = rule.applyServerSideEncryptionByDefault();
        return byDefault == null
                ? Encryption.of(null, null, rule.bucketKeyEnabled())
                : Encryption.of(byDefault.sseAlgorithmAsString(), byDefault.kmsMasterKeyID(), rule.bucketKeyEnabled());
    }

    @Override
    public void put(S3Client s3, BucketSettingId id, Encryption desired, DesiredAttributes attributes) {
        ServerSideEncryptionRule rule = ServerSideEncryptionRule.builder()
                .bucketKeyEnabled(desired.bucketKey())
                .applyServerSideEncryptionByDefault(
                        byDefault -> byDefault.sseAlgorithm(desired.algorithm()).kmsMasterKeyID(desired.key()))
                .build();
        s3.putBucketEncryption(call -> call.bucket(id.bucket())
                .expectedBucketOwner(id.owner())
                .serverSideEncryptionConfiguration(configuration -> configuration.rules(rule)));
    }

    @Override
    public void delete(S3Client s3, BucketSettingId id, DesiredAttributes attributes) {
        s3.deleteBucketEncryption(call -> call.bucket(id.bucket()).expectedBucketOwner(id.owner()));
    }

    @Override
    public void show(Encryption actual, Attributes attributes) {
        attributes.value(
                "rule",
                Value.list(new Attributes(S3BucketServerSideEncryptionConfigurationResource.RULE)
                        .flag("bucket_key_enabled", actual.bucketKey())
                        .value(
                                "apply_server_side_encryption_by_default",
                                new Attributes(S3BucketServerSideEncryptionConfigurationResource.BY_DEFAULT)
                                        .text("sse_algorithm", actual.algorithm())
                                        .text("kms_master_key_id", actual.key())
                                        .build())
                        .build()));
    }
}
