package dev.corbel.state.aws.client;

import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.BlockType;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.schema.Validation;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import java.util.Optional;

/**
 * How AWS is reached: what the blocks of this module have in common.
 *
 * @param region empty where the environment or the profile shall say
 * @param profile a profile of the shared configuration files
 * @param endpoint where the service answers instead of at AWS
 * @param assumeRole the role to take on first
 */
public record AccessSettings(
        Optional<String> region, Optional<String> profile, Optional<String> endpoint, Optional<Role> assumeRole) {

    /**
     * A role that is taken on.
     *
     * @param externalId what the role's trust policy may ask for
     */
    public record Role(String arn, String sessionName, Optional<String> externalId) {}

    /** The same in another region. */
    public AccessSettings in(Optional<String> otherRegion) {
        return new AccessSettings(otherRegion, profile, endpoint, assumeRole);
    }

    /** Adds to a schema what {@link #from} reads. */
    public static Schema.Builder addTo(Schema.Builder schema) {
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

    /** Reads a block whose schema has what {@link #addTo} adds. */
    public static AccessSettings from(MapValue block) {
        Optional<Role> role = block.get("assumeRole") instanceof MapValue inner
                ? inner.text("roleArn")
                        .map(arn -> new Role(arn, inner.text("sessionName").orElse("corbel"), inner.text("externalId")))
                : Optional.empty();
        return new AccessSettings(block.text("region"), block.text("profile"), block.text("endpoint"), role);
    }
}
