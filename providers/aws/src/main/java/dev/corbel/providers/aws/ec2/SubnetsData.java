package dev.corbel.providers.aws.ec2;

import dev.corbel.providers.api.DataSourceType;
import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.aws.resource.AwsDataSourceType;

/** {@code aws_subnets}: the ids of the subnets that match. */
public final class SubnetsData {
    static final Schema SCHEMA = Schema.builder()
            .attribute(Attribute.optional("tags", Type.map(Type.STRING)).describedAs("Tags that all of them have."))
            .block(FilterBlock.of("DescribeSubnets"))
            .attribute(Attribute.computed("id", Type.STRING).describedAs("The region."))
            .attribute(Attribute.computed("ids", Type.list(Type.STRING)).describedAs("The ids, sorted."))
            .build();

    private SubnetsData() {}

    public static DataSourceType type() {
        return new AwsDataSourceType("aws_subnets", "the ids of the subnets that match", SCHEMA, SubnetsLookup::new);
    }
}
