package dev.corbel.providers.aws.elb;

import dev.corbel.providers.kit.attribute.DesiredAttributes;
import java.util.List;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.SubnetMapping;

/** The placement of a load balancer: in subnets, with or without addresses of its own. */
record LoadBalancerPlacement(DesiredAttributes desired) {

    boolean isMapped() {
        return !desired.blocks("subnet_mapping").isEmpty();
    }

    List<SubnetMapping> mappings() {
        return desired.blocks("subnet_mapping").stream()
                .map(mapping -> SubnetMapping.builder()
                        .subnetId(mapping.required("subnet_id"))
                        .allocationId(mapping.text("allocation_id"))
                        .privateIPv4Address(mapping.text("private_ipv4_address"))
                        .iPv6Address(mapping.text("ipv6_address"))
                        .build())
                .toList();
    }
}
