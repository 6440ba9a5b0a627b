package dev.corbel.providers.aws.ec2;

import dev.corbel.providers.api.DataSourceType;
import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.aws.resource.AwsDataSourceType;

/** {@code aws_region}: a region, by default the provider's own. */
public final class RegionData {
    static final Schema SCHEMA = Schema.builder()
            .attribute(Attribute.optionalComputed("name", Type.STRING)
                    .describedAs("Such as eu-central-1. Left out, the provider's region."))
            .attribute(Attribute.optionalComputed("endpoint", Type.STRING)
                    .describedAs("The host name of EC2 in the region, without https://."))
            .attribute(Attribute.computed("id", Type.STRING).describedAs("The name."))
            .attribute(Attribute.computed("description", Type.STRING).describedAs("Such as Europe (Frankfurt)."))
            .build();

    private RegionData() {}

    public static DataSourceType type() {
        return new AwsDataSourceType(
                "aws_region", "a region, by default the provider's own", SCHEMA, RegionLookup::new);
    }
}
