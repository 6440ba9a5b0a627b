package dev.corbel.providers.aws.ec2;

import dev.corbel.providers.api.DataSourceType;
import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.schema.Validation;
import dev.corbel.providers.aws.resource.AwsDataSourceType;

/** {@code aws_availability_zones}: the zones of the region that the account can use. */
public final class AvailabilityZones {
    static final Schema SCHEMA = Schema.builder()
            .attribute(Attribute.optional("all_availability_zones", Type.BOOLEAN)
                    .describedAs("Whether zones that the account has not opted into count."))
            .attribute(Attribute.optional("exclude_names", Type.set(Type.STRING)))
            .attribute(Attribute.optional("exclude_zone_ids", Type.set(Type.STRING)))
            .attribute(Attribute.optional("state", Type.STRING)
                    .validatedBy(Validation.oneOf("available", "information", "impaired", "unavailable", "constrained"))
                    .describedAs("Left out, zones of every state."))
            .block(FilterBlock.of("DescribeAvailabilityZones"))
            .attribute(Attribute.computed("id", Type.STRING).describedAs("The region."))
            .attribute(
                    Attribute.computed("names", Type.list(Type.STRING)).describedAs("Such as eu-central-1a, sorted."))
            .attribute(Attribute.computed("zone_ids", Type.list(Type.STRING))
                    .describedAs("In the order of the names; the same in all accounts."))
            .attribute(Attribute.computed("group_names", Type.set(Type.STRING)))
            .build();

    private AvailabilityZones() {}

    public static DataSourceType type() {
        return new AwsDataSourceType(
                "aws_availability_zones",
                "the zones of the region; `names` and `zone_ids` in the same order",
                SCHEMA,
                AvailabilityZonesLookup::new);
    }
}
