package dev.corbel.providers.aws.ec2;

import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.aws.resource.AwsDataSourceType.Lookup;
import dev.corbel.providers.aws.resource.Tags;
import dev.corbel.providers.kit.attribute.Attributes;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import dev.corbel.providers.kit.call.NotFound;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Vpc;
import software.amazon.awssdk.services.ec2.model.VpcCidrBlockAssociation;

/** Asks EC2 for a VPC. */
final class VpcLookup implements Lookup {
    private static final List<String> DETAILS = List.of(
            "arn",
            "enable_dns_support",
            "enable_dns_hostnames",
            "enable_network_address_usage_metrics",
            "main_route_table_id",
            "ipv6_association_id",
            "ipv6_cidr_block");

    @Override
    public MapValue read(AwsSession session, MapValue configuration) throws ProviderException {
        Vpc vpc = OneMatch.of(
                matches(Ec2.client(session), configuration),
                "VPC",
                Vpc::vpcId,
                "Say more about it: id, tags or a filter, such as is-default.");
        MapValue resource = new VpcReader(session)
                .find(vpc.vpcId())
                .orElseThrow(() -> NotFound.exception("VPC " + vpc.vpcId()))
                .show(session, MapValue.EMPTY)
                .attributes();
        Attributes attributes = new Attributes(VpcData.SCHEMA)
                .from(configuration)
                .text("id", vpc.vpcId())
                .text("owner_id", vpc.ownerId())
                .text("cidr_block", vpc.cidrBlock())
                .flag("default", Boolean.TRUE.equals(vpc.isDefault()))
                .text("dhcp_options_id", vpc.dhcpOptionsId())
                .text("state", vpc.stateAsString())
                .text("instance_tenancy", vpc.instanceTenancyAsString())
                .value("tags", tags(configuration, Ec2Tags.map(vpc.tags())))
                .value(
                        "cidr_block_associations",
                        Value.list(vpc.cidrBlockAssociationSet().stream()
                                .map(VpcLookup::association)
                                .toList()));
        DETAILS.forEach(name -> attributes.value(name, resource.get(name)));
        return attributes.build();
    }

    private static List<Vpc> matches(Ec2Client ec2, MapValue configuration) {
        DesiredAttributes desired = new DesiredAttributes(configuration);
        List<Filter> filters = Filters.of(configuration)
                .and("vpc-id", desired.text("id"))
                .and("cidr", desired.text("cidr_block"))
                .and("dhcp-options-id", desired.text("dhcp_options_id"))
                .and("state", desired.text("state"))
                .list();
        return ec2
                .describeVpcsPaginator(request -> {
                    if (!filters.isEmpty()) {
                        request.filters(filters);
                    }
                })
                .vpcs()
                .stream()
                .toList();
    }

    private static Value association(VpcCidrBlockAssociation association) {
        return Value.map(Map.of(
                "association_id",
                Value.of(association.associationId()),
                "cidr_block",
                Value.of(association.cidrBlock()),
                "state",
                Value.of(association.cidrBlockState().stateAsString())));
    }

    /** What the definition asks for, else all that are not Corbel's or AWS's own. */
    static Value tags(MapValue configuration, Map<String, String> actual) {
        if (!configuration.get("tags").isNull()) {
            return configuration.get("tags");
        }
        Map<String, Value> shown = new TreeMap<>();
        actual.forEach((key, value) -> {
            if (!Tags.isReserved(key)) {
                shown.put(key, Value.of(value));
            }
        });
        return Value.map(shown);
    }
}
