package dev.corbel.providers.aws.ec2;

import dev.corbel.providers.api.DataSourceType;
import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.aws.resource.AwsDataSourceType;
import java.util.Map;

/** {@code aws_vpc}: the one VPC that matches. */
public final class VpcData {
    static final Schema SCHEMA = Schema.builder()
            .attribute(Attribute.optionalComputed("id", Type.STRING))
            .attribute(Attribute.optionalComputed("cidr_block", Type.STRING)
                    .validatedBy(Cidr.IPV4)
                    .describedAs("The first IPv4 range."))
            .attribute(Attribute.computed("default", Type.BOOLEAN)
                    .describedAs("Whether it is the region's default VPC. To find that one, filter by is-default."))
            .attribute(Attribute.optionalComputed("dhcp_options_id", Type.STRING))
            .attribute(Attribute.optionalComputed("state", Type.STRING).describedAs("pending or available."))
            .attribute(Attribute.optionalComputed("tags", Type.map(Type.STRING))
                    .describedAs("Tags that it has, perhaps among others. Left out, all that it has."))
            .block(FilterBlock.of("DescribeVpcs"))
            .attribute(Attribute.computed("arn", Type.STRING))
            .attribute(Attribute.computed("owner_id", Type.STRING).describedAs("The account of the VPC."))
            .attribute(Attribute.computed("instance_tenancy", Type.STRING))
            .attribute(Attribute.computed("enable_dns_support", Type.BOOLEAN))
            .attribute(Attribute.computed("enable_dns_hostnames", Type.BOOLEAN))
            .attribute(Attribute.computed("enable_network_address_usage_metrics", Type.BOOLEAN))
            .attribute(Attribute.computed("main_route_table_id", Type.STRING))
            .attribute(Attribute.computed("ipv6_association_id", Type.STRING))
            .attribute(Attribute.computed("ipv6_cidr_block", Type.STRING))
            .attribute(Attribute.computed(
                            "cidr_block_associations",
                            Type.list(Type.object(Map.of(
                                    "association_id", Type.STRING,
                                    "cidr_block", Type.STRING,
                                    "state", Type.STRING))))
                    .describedAs("All IPv4 ranges."))
            .build();

    private VpcData() {}

    public static DataSourceType type() {
        return new AwsDataSourceType(
                "aws_vpc",
                "the VPC that matches; the default one has `filter { name = 'is-default'; values ="
                        + " ['true'] }`, since `default` is a word of Groovy",
                SCHEMA,
                VpcLookup::new);
    }
}
