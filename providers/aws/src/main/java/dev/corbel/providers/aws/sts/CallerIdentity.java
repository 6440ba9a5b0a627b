package dev.corbel.providers.aws.sts;

import dev.corbel.providers.api.DataSourceType;
import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.aws.resource.AwsDataSourceType;

/** {@code aws_caller_identity}: whose credentials these are. */
public final class CallerIdentity {
    static final Schema SCHEMA = Schema.builder()
            .attribute(Attribute.computed("id", Type.STRING).describedAs("The account."))
            .attribute(Attribute.computed("account_id", Type.STRING))
            .attribute(Attribute.computed("arn", Type.STRING).describedAs("The user or role."))
            .attribute(Attribute.computed("user_id", Type.STRING))
            .build();

    private CallerIdentity() {}

    public static DataSourceType type() {
        return new AwsDataSourceType(
                "aws_caller_identity", "whose credentials these are", SCHEMA, CallerIdentityLookup::new);
    }
}
