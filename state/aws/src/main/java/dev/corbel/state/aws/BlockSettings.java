package dev.corbel.state.aws;

import dev.corbel.clients.aws.AccessSettings;
import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.BlockType;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.schema.Validation;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import java.util.Optional;

/**
 * The attributes that the blocks of this module have in common: the region, and the way to AWS.
 *
 * @param region empty where the environment or the profile decides
 */
record BlockSettings(Optional<String> region, AccessSettings access) {

    /** Adds the attributes that {@link #from} reads to a schema. */
    static Schema.Builder addTo(Schema.Builder schema) {
        Schema role = Schema.builder()
                .attribute(Attribute.required("roleArn", Type.STRING)
                        .validatedBy(Validation.matching("arn:[a-z-]+:iam::\\d{12}:role/.+", "the ARN of a role"))
                        .describedAs("The role to take on."))
                .attribute(Attribute.optional("sessionName", Type.STRING)
                        .defaultsTo(Value.of("corbel"))
                        .validatedBy(Validation.matching("[\\w+=,.@-]{2,64}", "2 to 64 of A-Z a-z 0-9 _ + = , . @ -"))
                        .describedAs("What CloudTrail shows as the name of the session."))
                .attribute(Attribute.optional("externalId", Type.STRING)
                        .describedAs("What the trust policy of the role may ask for."))
                .build();
        return schema.attribute(Attribute.optional("region", Type.STRING)
                        .validatedBy(Validation.matching("[a-z]{2}(-[a-z]+)+-\\d+", "a region such as eu-central-1"))
                        .describedAs("Where it is. Else AWS_REGION, else the profile's."))
                .attribute(Attribute.optional("profile", Type.STRING)
                        .describedAs("A profile of the shared configuration files; it wins over the environment."))
                .attribute(Attribute.optional("endpoint", Type.STRING)
                        .validatedBy(Validation.matching("https?://[^/]+/?", "a URL such as http://localhost:9000"))
                        .describedAs("Where it answers instead of at AWS. Else AWS_ENDPOINT_URL."))
                .block(BlockType.single("assumeRole", role));
    }

    /** Reads a block whose schema has the attributes that {@link #addTo} adds. */
    static BlockSettings from(MapValue block) {
        return new BlockSettings(block.text("region"), AccessSettings.from(block));
    }

    /** The same in another region. */
    BlockSettings in(Optional<String> otherRegion) {
        return new BlockSettings(otherRegion, access);
    }
}
