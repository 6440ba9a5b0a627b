package dev.corbel.providers.aws.elb;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.aws.resource.Tags;
import dev.corbel.providers.kit.attribute.Attributes;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.AvailabilityZone;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerAddress;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerAttribute;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerSchemeEnum;

/** Load balancers as AWS describes them and as definitions see them. */
final class LoadBalancerView implements NamedCreation.Kind<LoadBalancer> {

    @Override
    public String arn(LoadBalancer balancer) {
        return balancer.loadBalancerArn();
    }

    @Override
    public List<LoadBalancer> describe(ElasticLoadBalancingV2Client elb, List<String> arns) {
        return elb.describeLoadBalancers(request -> request.loadBalancerArns(arns))
                .loadBalancers();
    }

    @Override
    public List<LoadBalancer> describe(ElasticLoadBalancingV2Client elb, String name) {
        return elb.describeLoadBalancers(request -> request.names(name)).loadBalancers();
    }

    @Override
    public Map<String, String> attributes(ElasticLoadBalancingV2Client elb, String arn) {
        return map(elb.describeLoadBalancerAttributes(request -> request.loadBalancerArn(arn))
                .attributes());
    }

    static Map<String, String> map(List<LoadBalancerAttribute> attributes) {
        Map<String, String> map = new LinkedHashMap<>();
        attributes.forEach(attribute -> map.put(attribute.key(), attribute.value()));
        return map;
    }

    static ObjectState show(AwsSession session, Described<LoadBalancer> described, MapValue known) {
        LoadBalancer balancer = described.object();
        String arn = balancer.loadBalancerArn();
        Attributes attributes = new Attributes(LbResource.SCHEMA)
                .from(known)
                .text("id", arn)
                .text("arn", arn)
                .text("arn_suffix", Elb.after(":loadbalancer/", arn))
                .text("name", balancer.loadBalancerName())
                .text("load_balancer_type", balancer.typeAsString())
                .flag("internal", balancer.scheme() == LoadBalancerSchemeEnum.INTERNAL)
                .text("ip_address_type", balancer.ipAddressTypeAsString())
                .set("security_groups", balancer.securityGroups())
                .set("subnets", subnets(balancer))
                .value("subnet_mapping", mappings(balancer, known))
                .textOrNothing("customer_owned_ipv4_pool", balancer.customerOwnedIpv4Pool())
                .textOrNothing(
                        "enforce_security_group_inbound_rules_on_private_link_traffic",
                        balancer.enforceSecurityGroupInboundRulesOnPrivateLinkTraffic())
                .text("vpc_id", balancer.vpcId())
                .text("dns_name", balancer.dnsName())
                .text("zone_id", balancer.canonicalHostedZoneId());
        LoadBalancerKeys.ALL.show(attributes, balancer.typeAsString(), known, described.attributes());
        for (LoadBalancerLogs logs : LoadBalancerLogs.ALL) {
            attributes.value(logs.block(), logs.show(known, described.attributes()));
        }
        Tags.show(attributes, described.tags(), known, session);
        return attributes.object();
    }

    static List<String> subnets(LoadBalancer balancer) {
        return balancer.availabilityZones().stream()
                .map(AvailabilityZone::subnetId)
                .toList();
    }

    /** Only a mapping gives a load balancer an address of one's own. */
    private static boolean isAddressed(AvailabilityZone zone) {
        return zone.loadBalancerAddresses().stream()
                .anyMatch(address -> address.allocationId() != null
                        || address.privateIPv4Address() != null
                        || address.iPv6Address() != null);
    }

    /** Where the definition says it with subnets alone, mappings would only repeat them. */
    private static Value mappings(LoadBalancer balancer, MapValue known) {
        boolean mapped = !new DesiredAttributes(known).blocks("subnet_mapping").isEmpty()
                || (known.get("subnets").isNull()
                        && balancer.availabilityZones().stream().anyMatch(LoadBalancerView::isAddressed));
        return mapped
                ? Attributes.setOf(balancer.availabilityZones().stream()
                        .map(LoadBalancerView::mapping)
                        .toList())
                : ListValue.EMPTY;
    }

    private static MapValue mapping(AvailabilityZone zone) {
        Optional<LoadBalancerAddress> address =
                zone.loadBalancerAddresses().stream().findFirst();
        Map<String, Value> mapping = new LinkedHashMap<>();
        mapping.put("subnet_id", Value.of(zone.subnetId()));
        mapping.put("outpost_id", text(zone.outpostId()));
        mapping.put(
                "allocation_id", address.map(one -> text(one.allocationId())).orElse(Value.ofNull()));
        mapping.put(
                "private_ipv4_address",
                address.map(one -> text(one.privateIPv4Address())).orElse(Value.ofNull()));
        mapping.put("ipv6_address", address.map(one -> text(one.iPv6Address())).orElse(Value.ofNull()));
        return new MapValue(mapping);
    }

    private static Value text(@Nullable String text) {
        return text == null ? Value.ofNull() : Value.of(text);
    }
}
