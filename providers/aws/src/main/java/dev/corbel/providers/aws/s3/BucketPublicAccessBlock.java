package dev.corbel.providers.aws.s3;

import dev.corbel.providers.kit.attribute.Attributes;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.PublicAccessBlockConfiguration;

/** The settings that keep a bucket from becoming public. One that is left out is off. */
final class BucketPublicAccessBlock implements BucketSetting<PublicAccessBlockConfiguration> {
    private static final Set<String> NONE = Set.of("NoSuchBucket", "NoSuchPublicAccessBlockConfiguration");

    @Override
    public String name() {
        return "public access block";
    }

    @Override
    public PublicAccessBlockConfiguration desired(DesiredAttributes attributes) {
        return PublicAccessBlockConfiguration.builder()
                .blockPublicAcls(attributes.isTrue("block_public_acls"))
                .blockPublicPolicy(attributes.isTrue("block_public_policy"))
                .ignorePublicAcls(attributes.isTrue("ignore_public_acls"))
                .restrictPublicBuckets(attributes.isTrue("restrict_public_buckets"))
                .build();
    }

    @Override
    public Optional<PublicAccessBlockConfiguration> get(S3Client s3, BucketSettingId id) {
        return S3.unless(NONE, () -> s3.getPublicAccessBlock(call -> call.bucket(id.bucket()))
                        .publicAccessBlockConfiguration())
                .map(answer -> PublicAccessBlockConfiguration.builder()
                        .blockPublicAcls(Boolean.TRUE.equals(answer.blockPublicAcls()))
                        .blockPublicPolicy(Boolean.TRUE.equals(answer.blockPublicPolicy()))
                        .ignorePublicAcls(Boolean.TRUE.equals(answer.ignorePublicAcls()))
                        .restrictPublicBuckets(Boolean.TRUE.equals(answer.restrictPublicBuckets()))
                        .build());
    }

    @Override
    public void put(
            S3Client s3, BucketSettingId id, PublicAccessBlockConfiguration desired, DesiredAttributes attributes) {
        s3.putPublicAccessBlock(call -> call.bucket(id.bucket()).publicAccessBlockConfiguration(desired));
    }

    @Override
    public void delete(S3Client s3, BucketSettingId id, DesiredAttributes attributes) {
        s3.deletePublicAccessBlock(call -> call.bucket(id.bucket()));
    }

    @Override
    public void show(PublicAccessBlockConfiguration actual, Attributes attributes) {
        attributes
                .flag("block_public_acls", actual.blockPublicAcls())
                .flag("block_public_policy", actual.blockPublicPolicy())
                .flag("ignore_public_acls", actual.ignorePublicAcls())
                .flag("restrict_public_buckets", actual.restrictPublicBuckets());
    }
}
