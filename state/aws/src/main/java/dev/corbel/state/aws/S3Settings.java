package dev.corbel.state.aws;

import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.schema.Validation;
import dev.corbel.providers.api.value.BooleanValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.state.aws.client.AccessSettings;
import java.util.Optional;

/**
 * The block {@code state('s3') { … }}.
 *
 * @param prefix what the keys of all objects begin with; without a slash at the end
 * @param account the account that the bucket must belong to
 * @param kmsKey the key with which S3 encrypts objects; empty for what the bucket does of itself
 * @param forcePathStyle whether the bucket's name stands in the path; empty for what fits the endpoint
 */
record S3Settings(
        AccessSettings access,
        String bucket,
        String prefix,
        Optional<String> account,
        Optional<String> kmsKey,
        Optional<Boolean> forcePathStyle) {

    static final Schema SCHEMA = AccessSettings.addTo(Schema.builder()
                    .attribute(Attribute.required("bucket", Type.STRING)
                            .validatedBy(Validation.matching(
                                    "[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]", "the name of a bucket: 3 to 63 of a-z 0-9 . -"))
                            .describedAs("The bucket, which has to exist."))
                    .attribute(Attribute.optional("prefix", Type.STRING)
                            .defaultsTo(Value.of("corbel"))
                            .validatedBy(Validation.matching(
                                    "[\\w.-]+(/[\\w.-]+)*", "folders of A-Z a-z 0-9 _ . - with / between them"))
                            .describedAs("The folder in the bucket; each environment has its own folder in it."))
                    .attribute(Attribute.optional("account", Type.STRING)
                            .validatedBy(Validation.matching("\\d{12}", "an account number of 12 digits"))
                            .describedAs("The account that the bucket must belong to; S3 checks it with each call."))
                    .attribute(Attribute.optional("kmsKey", Type.STRING)
                            .describedAs("The KMS key with which S3 encrypts the objects: an ARN, an id, or alias/NAME."
                                    + " Else as the bucket is set up."))
                    .attribute(Attribute.optional("forcePathStyle", Type.BOOLEAN)
                            .describedAs("Whether the bucket stands in the path instead of the host's name. Left out:"
                                    + " where an endpoint is set.")))
            .build();

    static S3Settings from(MapValue block) {
        return new S3Settings(
                AccessSettings.from(block),
                block.text("bucket").orElseThrow(),
                block.text("prefix").orElseThrow(),
                block.text("account"),
                block.text("kmsKey"),
                block.get("forcePathStyle") instanceof BooleanValue force
                        ? Optional.of(force.value())
                        : Optional.empty());
    }

    boolean pathStyle() {
        return forcePathStyle.orElseGet(() -> access.endpoint().isPresent()
                || isSet("AWS_ENDPOINT_URL_S3", "aws.endpointUrlS3")
                || isSet("AWS_ENDPOINT_URL", "aws.endpointUrl"));
    }

    private static boolean isSet(String variable, String property) {
        return System.getenv(variable) != null || System.getProperty(property) != null;
    }
}
