package dev.corbel.providers.aws.s3;

import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.aws.s3.BucketVersioning.Versioning;
import dev.corbel.providers.kit.attribute.Attributes;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.S3Client;

/** The versioning of a bucket. S3 gives none where it was never set; here it is {@code Disabled}. */
final class BucketVersioning implements BucketSetting<Versioning> {
    private static final String CONFIGURATION = "versioning_configuration";
    private static final String NEVER = "Disabled";

    record Versioning(String status, String mfaDelete) {
        static Versioning of(@Nullable String status, @Nullable String mfaDelete) {
            return new Versioning(status == null ? NEVER : status, mfaDelete == null ? NEVER : mfaDelete);
        }
    }

    @Override
    public String name() {
        return "versioning";
    }

    @Override
    public Versioning desired(DesiredAttributes attributes) {
        DesiredAttributes configuration = attributes.block(CONFIGURATION);
        return Versioning.of(configuration.text("status"), configuration.text("mfa_delete"));
    }

    @Override
    public Optional<Versioning> get(S3Client s3, BucketSettingId id) {
        return S3.unless(
                        "NoSuchBucket",
                        () -> s3.getBucketVersioning(
                                call -> call.bucket(id.bucket()).expectedBucketOwner(id.owner())))
                .map(answer -> Versioning.of(answer.statusAsString(), answer.mfaDeleteAsString()));
    }

    @Override
    public void check(S3Client s3, BucketSettingId id, Versioning desired) throws ProviderException {
        if (desired.status().equals(NEVER)) {
            String before = get(s3, id).map(Versioning::status).orElse(NEVER);
            if (!before.equals(NEVER)) {
                throw new ProviderException(Diagnostic.error(
                                "The versioning of the bucket \"" + id.bucket() + "\" cannot be disabled",
                                "It is " + before + ". A bucket that once had versions can only suspend them.")
                        .withHint("Write status = 'Suspended'."));
            }
        }
    }

    @Override
    public void put(S3Client s3, BucketSettingId id, Versioning desired, DesiredAttributes attributes) {
        if (!desired.status().equals(NEVER)) {
            String mfaDelete = attributes.block(CONFIGURATION).text("mfa_delete");
            put(s3, id, attributes.text("mfa"), desired.status(), mfaDelete);
        }
    }

    private static void put(
            S3Client s3, BucketSettingId id, @Nullable String mfa, String status, @Nullable String mfaDelete) {
        s3.putBucketVersioning(call -> call.bucket(id.bucket())
                .expectedBucketOwner(id.owner())
                .mfa(mfa)
                .versioningConfiguration(versioning -> versioning.status(status).mfaDelete(mfaDelete)));
    }

    /** Versioning cannot be taken off a bucket, so it is suspended. */
    @Override
    public void delete(S3Client s3, BucketSettingId id, DesiredAttributes attributes) {
        if (get(s3, id).filter(actual -> actual.status().equals("Enabled")).isPresent()) {
            put(s3, id, attributes.text("mfa"), "Suspended", null);
        }
    }

    @Override
    public void show(Versioning actual, Attributes attributes) {
        attributes.value(
                CONFIGURATION,
                new Attributes(S3BucketVersioningResource.CONFIGURATION)
                        .text("status", actual.status())
                        .text("mfa_delete", actual.mfaDelete().equals(NEVER) ? null : actual.mfaDelete())
                        .build());
    }

    @Override
    public boolean isSet(Versioning actual) {
        return !actual.status().equals(NEVER);
    }
}
