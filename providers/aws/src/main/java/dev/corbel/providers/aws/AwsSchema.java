package dev.corbel.providers.aws;

import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.BlockType;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.schema.Validation;
import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.Value;
import java.util.Optional;

/** The attributes of {@code provider('aws') { … }}. */
final class AwsSchema {
    private static final Validation ROLE = Validation.matching("arn:[a-z-]+:iam::\\d{12}:role/.+", "the ARN of a role");

    private static final Schema ASSUME_ROLE = Schema.builder()
            .attribute(
                    Attribute.required("roleArn", Type.STRING).validatedBy(ROLE).describedAs("The role to take on."))
            .attribute(Attribute.optional("sessionName", Type.STRING)
                    .defaultsTo(Value.of("corbel"))
                    .validatedBy(Validation.matching("[\\w+=,.@-]{2,64}", "2 to 64 of A-Z a-z 0-9 _ + = , . @ -"))
                    .describedAs("What CloudTrail shows as the name of the session."))
            .attribute(Attribute.optional("externalId", Type.STRING)
                    .describedAs("What the trust policy of the role may ask for."))
            .build();

    private static final Schema IGNORE_TAGS = Schema.builder()
            .attribute(
                    Attribute.optional("keys", Type.set(Type.STRING)).describedAs("The names of tags that others set."))
            .attribute(Attribute.optional("prefixes", Type.set(Type.STRING))
                    .validatedBy(AwsSchema::emptyPrefix)
                    .describedAs("The beginnings of names of such tags."))
            .build();

    static final Schema CONFIGURATION = Schema.builder()
            .attribute(Attribute.optional("region", Type.STRING)
                    .validatedBy(Validation.matching("[a-z]{2}(-[a-z]+)+-\\d+", "a region such as eu-central-1"))
                    .location()
                    .describedAs("For what stands outside of region blocks. Else AWS_REGION, else the profile's."))
            .attribute(Attribute.optional("endpoint", Type.STRING)
                    .validatedBy(Validation.matching("https?://[^/]+/?", "a URL such as http://localhost:5000"))
                    .location()
                    .describedAs("Where all services answer instead of at AWS, for emulators. Else AWS_ENDPOINT_URL."))
            .attribute(Attribute.optional("profile", Type.STRING)
                    .describedAs("A profile of the shared configuration files; it wins over the environment."))
            .attribute(Attribute.optional("account", Type.STRING)
                    .validatedBy(Validation.matching("\\d{12}", "an account number of 12 digits"))
                    .location()
                    .describedAs("The account that the credentials must belong to; checked before any other call."))
            .attribute(Attribute.optional("readRole", Type.STRING)
                    .validatedBy(ROLE)
                    .describedAs("The role to take on, instead of that of assumeRole, by drift and by a plan without"
                            + " apply."))
            .attribute(Attribute.optional("defaultTags", Type.map(Type.STRING))
                    .describedAs("Tags of every object that can have tags."))
            .block(BlockType.single("assumeRole", ASSUME_ROLE))
            .block(BlockType.single("ignoreTags", IGNORE_TAGS))
            .build();

    private AwsSchema() {}

    private static Optional<String> emptyPrefix(Value prefixes) {
        return prefixes instanceof ListValue list && list.elements().contains(Value.of(""))
                ? Optional.of("must not have an empty prefix, which every tag begins with")
                : Optional.empty();
    }
}
