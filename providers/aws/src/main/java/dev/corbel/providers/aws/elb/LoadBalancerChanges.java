package dev.corbel.providers.aws.elb;

import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerAttribute;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.SetSubnetsRequest;

/** Brings a load balancer to its plan. Each part has a call of its own, which is made where something differs. */
final class LoadBalancerChanges {
    private final ElasticLoadBalancingV2Client elb;
    private final Described<LoadBalancer> actual;
    private final String arn;
    private boolean empty = true;

    LoadBalancerChanges(ElasticLoadBalancingV2Client elb, Described<LoadBalancer> actual) {
        this.elb = elb;
        this.actual = actual;
        this.arn = actual.object().loadBalancerArn();
    }

    /** Whether nothing was changed. */
    boolean isEmpty() {
        return empty;
    }

    void setAttributes(MapValue planned) {
        Map<String, String> changes = new LinkedHashMap<>(
                LoadBalancerKeys.ALL.changes(actual.object().typeAsString(), planned, actual.attributes()));
        LoadBalancerLogs.ALL.forEach(logs -> changes.putAll(logs.changes(planned, actual.attributes())));
        if (!changes.isEmpty()) {
            elb.modifyLoadBalancerAttributes(request -> request.loadBalancerArn(arn)
                    .attributes(changes.entrySet().stream()
                            .map(change -> LoadBalancerAttribute.builder()
                                    .key(change.getKey())
                                    .value(change.getValue())
                                    .build())
                            .toList()));
            empty = false;
        }
    }

    void setSecurityGroups(DesiredAttributes desired) {
        boolean known = !desired.attributes().get("security_groups").isUnknown();
        if (known
                && !Set.copyOf(desired.texts("security_groups"))
                        .equals(Set.copyOf(actual.object().securityGroups()))) {
            elb.setSecurityGroups(request -> request.loadBalancerArn(arn)
                    .securityGroups(desired.texts("security_groups"))
                    .enforceSecurityGroupInboundRulesOnPrivateLinkTraffic(enforcement(desired)));
            empty = false;
        } else {
            setSecurityGroupEnforcement(desired);
        }
    }

    /** Can't be given when a load balancer is created. */
    void setSecurityGroupEnforcement(DesiredAttributes desired) {
        String enforcement = enforcement(desired);
        if (enforcement != null
                && !enforcement.equals(actual.object().enforceSecurityGroupInboundRulesOnPrivateLinkTraffic())) {
            elb.setSecurityGroups(request -> request.loadBalancerArn(arn)
                    .securityGroups(actual.object().securityGroups())
                    .enforceSecurityGroupInboundRulesOnPrivateLinkTraffic(enforcement));
            empty = false;
        }
    }

    private static @Nullable String enforcement(DesiredAttributes desired) {
        return desired.text("enforce_security_group_inbound_rules_on_private_link_traffic");
    }

    void setPlace(DesiredAttributes desired, DesiredAttributes prior) {
        LoadBalancerPlacement placement = new LoadBalancerPlacement(desired);
        boolean moves = placement.isMapped()
                ? desired.differs("subnet_mapping", prior)
                : !Set.copyOf(desired.texts("subnets")).equals(Set.copyOf(LoadBalancerView.subnets(actual.object())));
        if (moves) {
            SetSubnetsRequest.Builder call = SetSubnetsRequest.builder().loadBalancerArn(arn);
            elb.setSubnets((placement.isMapped()
                            ? call.subnetMappings(placement.mappings())
                            : call.subnets(desired.texts("subnets")))
                    .build());
            empty = false;
        }
        String addresses = desired.text("ip_address_type");
        if (addresses != null && !addresses.equals(actual.object().ipAddressTypeAsString())) {
            elb.setIpAddressType(request -> request.loadBalancerArn(arn).ipAddressType(addresses));
            empty = false;
        }
    }
}
