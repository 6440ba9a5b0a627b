package dev.corbel.providers.aws.ec2;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.aws.resource.PolicyText;
import dev.corbel.providers.aws.resource.Tags;
import dev.corbel.providers.kit.attribute.Attributes;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import dev.corbel.providers.kit.attribute.JsonText;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.DnsEntry;
import software.amazon.awssdk.services.ec2.model.DnsOptions;
import software.amazon.awssdk.services.ec2.model.PrefixList;
import software.amazon.awssdk.services.ec2.model.SecurityGroupIdentifier;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;

/** Reads endpoints of VPCs: one list of endpoints and one of the prefix lists of their services. */
final class VpcEndpointReader {
    private final AwsSession session;
    private final Ec2Client ec2;
    private final Map<String, Optional<PrefixList>> prefixLists = new LinkedHashMap<>();

    VpcEndpointReader(AwsSession session) {
        this.session = session;
        this.ec2 = Ec2.client(session);
    }

    /** By id; nothing where one of them is gone, since then the list fails as a whole. */
    Map<String, VpcEndpoint> list(List<String> ids) {
        Map<String, VpcEndpoint> endpoints = new LinkedHashMap<>();
        Ec2.ifFound(() -> {
                    Map<String, VpcEndpoint> found = new LinkedHashMap<>();
                    ec2
                            .describeVpcEndpointsPaginator(request -> request.vpcEndpointIds(
                                    ids.stream().distinct().toList()))
                            .vpcEndpoints()
                            .stream()
                            .filter(VpcEndpointReader::isThere)
                            .forEach(endpoint -> found.put(endpoint.vpcEndpointId(), endpoint));
                    return Optional.of(found);
                })
                .ifPresent(endpoints::putAll);
        loadPrefixLists(endpoints.values());
        return endpoints;
    }

    private static boolean isThere(VpcEndpoint endpoint) {
        return !state(endpoint).equals("deleted");
    }

    Optional<VpcEndpoint> find(String id) {
        return Ec2.ifFound(() -> ec2.describeVpcEndpoints(request -> request.vpcEndpointIds(id)).vpcEndpoints().stream()
                .filter(VpcEndpointReader::isThere)
                .findFirst());
    }

    Optional<VpcEndpoint> createdBy(String token) {
        return ec2.describeVpcEndpoints(request -> request.filters(Ec2Tags.byOperation(token))).vpcEndpoints().stream()
                .filter(VpcEndpointReader::isThere)
                .findFirst();
    }

    List<String> ids() {
        return ec2.describeVpcEndpointsPaginator().vpcEndpoints().stream()
                .filter(VpcEndpointReader::isThere)
                .map(VpcEndpoint::vpcEndpointId)
                .toList();
    }

    private void loadPrefixLists(Collection<VpcEndpoint> endpoints) {
        List<String> services = endpoints.stream()
                .filter(VpcEndpointReader::isGateway)
                .map(VpcEndpoint::serviceName)
                .filter(service -> !prefixLists.containsKey(service))
                .distinct()
                .toList();
        if (!services.isEmpty()) {
            services.forEach(service -> prefixLists.put(service, Optional.empty()));
            ec2.describePrefixListsPaginator(request -> request.filters(Ec2Tags.filter("prefix-list-name", services)))
                    .prefixLists()
                    .forEach(list -> prefixLists.put(list.prefixListName(), Optional.of(list)));
        }
    }

    private static boolean isGateway(VpcEndpoint endpoint) {
        return "Gateway".equals(endpoint.vpcEndpointTypeAsString());
    }

    ObjectState show(VpcEndpoint endpoint, MapValue known) {
        loadPrefixLists(List.of(endpoint));
        Optional<PrefixList> prefixList = prefixLists.getOrDefault(endpoint.serviceName(), Optional.empty());
        Attributes attributes = new Attributes(VpcEndpointResource.SCHEMA)
                .from(known)
                .text("id", endpoint.vpcEndpointId())
                .text("arn", session.arn("ec2", endpoint.ownerId(), "vpc-endpoint/" + endpoint.vpcEndpointId()))
                .text("owner_id", endpoint.ownerId())
                .text("state", state(endpoint))
                .flag("requester_managed", Boolean.TRUE.equals(endpoint.requesterManaged()))
                .text("vpc_id", endpoint.vpcId())
                .text("service_name", endpoint.serviceName())
                .text("service_region", endpoint.serviceRegion() == null ? session.region() : endpoint.serviceRegion())
                .text("vpc_endpoint_type", endpoint.vpcEndpointTypeAsString())
                .text(
                        "policy",
                        JsonText.shown(
                                new DesiredAttributes(known).text("policy"),
                                endpoint.policyDocument(),
                                PolicyText::same))
                .set("route_table_ids", endpoint.routeTableIds())
                .set("subnet_ids", endpoint.subnetIds())
                .set(
                        "security_group_ids",
                        endpoint.groups().stream()
                                .map(SecurityGroupIdentifier::groupId)
                                .toList())
                .set("network_interface_ids", endpoint.networkInterfaceIds())
                .flag("private_dns_enabled", Boolean.TRUE.equals(endpoint.privateDnsEnabled()))
                .text(
                        "ip_address_type",
                        endpoint.ipAddressTypeAsString() == null
                                ? new DesiredAttributes(known).text("ip_address_type")
                                : endpoint.ipAddressTypeAsString())
                .value("dns_options", dnsOptions(endpoint.dnsOptions(), known))
                .text("prefix_list_id", prefixList.map(PrefixList::prefixListId).orElse(null))
                .texts("cidr_blocks", prefixList.map(PrefixList::cidrs).orElse(List.of()))
                .value(
                        "dns_entry",
                        Value.list(endpoint.dnsEntries().stream()
                                .map(VpcEndpointReader::dnsEntry)
                                .toList()));
        Tags.show(attributes, Ec2Tags.map(endpoint.tags()), known, session);
        return attributes.object();
    }

    /** EC2 writes states now with a small and now with a capital letter. */
    static String state(VpcEndpoint endpoint) {
        String state = endpoint.stateAsString();
        return state.isEmpty() ? state : Character.toLowerCase(state.charAt(0)) + state.substring(1);
    }

    private static Value dnsEntry(DnsEntry entry) {
        return Value.map(Map.of("dns_name", text(entry.dnsName()), "hosted_zone_id", text(entry.hostedZoneId())));
    }

    private static Value text(@Nullable String text) {
        return text == null ? Value.ofNull() : Value.of(text);
    }

    /** Shown where the definition has the block, as everything has some options. */
    private static Value dnsOptions(@Nullable DnsOptions actual, MapValue known) {
        if (!(known.get("dns_options").unmarked() instanceof MapValue before)) {
            return Value.ofNull();
        }
        Value type = before.get("dns_record_ip_type");
        Value resolver = before.get("private_dns_only_for_inbound_resolver_endpoint");
        if (actual != null && actual.dnsRecordIpTypeAsString() != null) {
            type = Value.of(actual.dnsRecordIpTypeAsString());
        }
        if (actual != null && actual.privateDnsOnlyForInboundResolverEndpoint() != null && !resolver.isNull()) {
            resolver =
                    Value.of(actual.privateDnsOnlyForInboundResolverEndpoint().booleanValue());
        }
        return Value.map(Map.of(
                "dns_record_ip_type",
                type.isUnknown() ? Value.ofNull() : type,
                "private_dns_only_for_inbound_resolver_endpoint",
                resolver));
    }
}
