package dev.corbel.providers.aws.ec2;

import dev.corbel.providers.kit.attribute.DesiredAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.DnsOptionsSpecification;
import software.amazon.awssdk.services.ec2.model.ModifyVpcEndpointRequest;

/** The changes for one call of ModifyVpcEndpoint; sets have the additions and the removals. */
record VpcEndpointChange(DesiredAttributes prior, DesiredAttributes planned) {
    private static final List<String> MODIFIED = List.of(
            "policy",
            "private_dns_enabled",
            "ip_address_type",
            "dns_options",
            "route_table_ids",
            "subnet_ids",
            "security_group_ids");

    boolean isEmpty() {
        return MODIFIED.stream().noneMatch(name -> planned.differs(name, prior));
    }

    /** Whether an endpoint shows all that was to change. */
    boolean isIn(DesiredAttributes shown) {
        return MODIFIED.stream()
                .filter(name -> planned.attributes().get(name).isWhollyKnown())
                .noneMatch(name -> planned.differs(name, prior) && planned.differs(name, shown));
    }

    ModifyVpcEndpointRequest request(String id) {
        ModifyVpcEndpointRequest.Builder request =
                ModifyVpcEndpointRequest.builder().vpcEndpointId(id);
        if (planned.differs("policy", prior)) {
            request.policyDocument(planned.text("policy"));
        }
        if (planned.differs("private_dns_enabled", prior)) {
            request.privateDnsEnabled(planned.flag("private_dns_enabled"));
        }
        if (planned.differs("ip_address_type", prior)) {
            request.ipAddressType(planned.text("ip_address_type"));
        }
        if (planned.differs("dns_options", prior)) {
            request.dnsOptions(dnsOptions(planned));
        }
        members("route_table_ids", request::addRouteTableIds, request::removeRouteTableIds);
        members("subnet_ids", request::addSubnetIds, request::removeSubnetIds);
        members("security_group_ids", request::addSecurityGroupIds, request::removeSecurityGroupIds);
        return request.build();
    }

    private void members(String name, Consumer<List<String>> add, Consumer<List<String>> remove) {
        if (planned.differs(name, prior)) {
            List<String> before = prior.texts(name);
            List<String> after = planned.texts(name);
            unlessEmpty(without(after, before), add);
            unlessEmpty(without(before, after), remove);
        }
    }

    private static List<String> without(List<String> all, List<String> some) {
        List<String> rest = new ArrayList<>(all);
        rest.removeAll(some);
        return rest;
    }

    private static void unlessEmpty(List<String> members, Consumer<List<String>> set) {
        if (!members.isEmpty()) {
            set.accept(members);
        }
    }

    static @Nullable DnsOptionsSpecification dnsOptions(DesiredAttributes desired) {
        DesiredAttributes options = desired.block("dns_options");
        if (options.attributes().entries().isEmpty()) {
            return null;
        }
        return DnsOptionsSpecification.builder()
                .dnsRecordIpType(options.text("dns_record_ip_type"))
                .privateDnsOnlyForInboundResolverEndpoint(
                        options.flag("private_dns_only_for_inbound_resolver_endpoint"))
                .build();
    }
}
