package dev.corbel.state.aws;

import dev.corbel.clients.aws.EndpointVariables;
import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.schema.Validation;
import dev.corbel.providers.api.value.BooleanValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import java.util.Optional;

/**
 * The block {@code state('s3') { … }}.
 *
 * @param prefix the beginning of the keys of all objects; without a slash at the end
 * @param account the account that the bucket must belong to
 * @param kmsKey the key with which S3 encrypts objects; empty for the bucket's own encryption
 * @param forcePathStyle whether the bucket's name stands in the path; empty where the endpoint decides
 */
record S3Settings(
        BlockSettings block,
        String bucket,
        String prefix,
        Optional<String> account,
        Optional<String> kmsKey,
        Optional<Boolean> forcePathStyle) {

    static final Schema SCHEMA = BlockSettings.addTo(Schema.builder()
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

    static S3Settings from(MapValue values) {
        return new S3Settings(
                BlockSettings.from(values),
                values.text("bucket").orElseThrow(),
                values.text("prefix").orElseThrow(),
                values.text("account"),
                values.text("kmsKey"),
                values.get("forcePathStyle") instanceof BooleanValue force
                        ? Optional.of(force.value())
                        : Optional.empty());
    }

    boolean pathStyle() {
        return forcePathStyle.orElseGet(() -> block.access().endpoint().isPresent() || EndpointVariables.areSet());
    }
}
