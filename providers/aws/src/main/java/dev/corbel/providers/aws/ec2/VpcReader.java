package dev.corbel.providers.aws.ec2;

import dev.corbel.providers.aws.client.AwsSession;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.NetworkAcl;
import software.amazon.awssdk.services.ec2.model.RouteTable;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.ec2.model.Vpc;
import software.amazon.awssdk.services.ec2.model.VpcAttributeName;

/**
 * Reads VPCs: one list each of VPCs, main route tables, default access lists and default security groups, and three
 * calls per VPC for the attributes that EC2 tells one by one.
 */
final class VpcReader {
    private final AwsSession session;
    private final Ec2Client ec2;

    VpcReader(AwsSession session) {
        this.session = session;
        this.ec2 = Ec2.client(session);
    }

    /** By id; what is not there is left out. */
    Map<String, VpcDetails> list(List<String> ids) {
        // By filter: a list of ids would fail as a whole where one of them is gone.
        return details(
                ec2.describeVpcsPaginator(request -> request.filters(Ec2Tags.filter("vpc-id", ids))).vpcs().stream()
                        .toList());
    }

    Optional<VpcDetails> find(String id) {
        return vpc(id).map(vpc -> details(List.of(vpc)).get(id));
    }

    /** The VPC alone. */
    Optional<Vpc> vpc(String id) {
        return Ec2.ifFound(() ->
                ec2.describeVpcs(request -> request.vpcIds(id)).vpcs().stream().findFirst());
    }

    Optional<Vpc> createdBy(String token) {
        return ec2.describeVpcs(request -> request.filters(Ec2Tags.byOperation(token))).vpcs().stream()
                .findFirst();
    }

    List<String> ids() {
        return ec2.describeVpcsPaginator().vpcs().stream().map(Vpc::vpcId).toList();
    }

    boolean attribute(String id, VpcAttributeName name) {
        var answer = ec2.describeVpcAttribute(request -> request.vpcId(id).attribute(name));
        var value =
                switch (name) {
                    case ENABLE_DNS_SUPPORT -> answer.enableDnsSupport();
                    case ENABLE_DNS_HOSTNAMES -> answer.enableDnsHostnames();
                    default -> answer.enableNetworkAddressUsageMetrics();
                };
        return value != null && Boolean.TRUE.equals(value.value());
    }

    private Map<String, VpcDetails> details(List<Vpc> vpcs) {
        if (vpcs.isEmpty()) {
            return Map.of();
        }
        Filter ofVpcs = Ec2Tags.filter("vpc-id", vpcs.stream().map(Vpc::vpcId).toList());
        Map<String, String> routeTables = new HashMap<>();
        for (RouteTable table : ec2.describeRouteTablesPaginator(
                        request -> request.filters(ofVpcs, Ec2Tags.filter("association.main", List.of("true"))))
                .routeTables()) {
            routeTables.put(table.vpcId(), table.routeTableId());
        }
        Map<String, String> accessLists = new HashMap<>();
        for (NetworkAcl list : ec2.describeNetworkAclsPaginator(
                        request -> request.filters(ofVpcs, Ec2Tags.filter("default", List.of("true"))))
                .networkAcls()) {
            accessLists.put(list.vpcId(), list.networkAclId());
        }
        Map<String, String> groups = new HashMap<>();
        for (SecurityGroup group : ec2.describeSecurityGroupsPaginator(
                        request -> request.filters(ofVpcs, Ec2Tags.filter("group-name", List.of("default"))))
                .securityGroups()) {
            groups.put(group.vpcId(), group.groupId());
        }
        Map<String, Map<VpcAttributeName, Boolean>> switches = switches(vpcs);
        Map<String, VpcDetails> details = new LinkedHashMap<>();
        for (Vpc vpc : vpcs) {
            String id = vpc.vpcId();
            Map<VpcAttributeName, Boolean> on = switches.getOrDefault(id, Map.of());
            details.put(
                    id,
                    new VpcDetails(
                            vpc,
                            on.getOrDefault(VpcAttributeName.ENABLE_DNS_SUPPORT, false),
                            on.getOrDefault(VpcAttributeName.ENABLE_DNS_HOSTNAMES, false),
                            on.getOrDefault(VpcAttributeName.ENABLE_NETWORK_ADDRESS_USAGE_METRICS, false),
                            routeTables.get(id),
                            accessLists.get(id),
                            groups.get(id)));
        }
        return details;
    }

    private record Switch(String vpc, VpcAttributeName name) {}

    private Map<String, Map<VpcAttributeName, Boolean>> switches(List<Vpc> vpcs) {
        List<Switch> asked = new ArrayList<>();
        for (Vpc vpc : vpcs) {
            for (VpcAttributeName name : List.of(
                    VpcAttributeName.ENABLE_DNS_SUPPORT,
                    VpcAttributeName.ENABLE_DNS_HOSTNAMES,
                    VpcAttributeName.ENABLE_NETWORK_ADDRESS_USAGE_METRICS)) {
                asked.add(new Switch(vpc.vpcId(), name));
            }
        }
        List<Boolean> answers = session.batch().each(asked, one -> attribute(one.vpc(), one.name()));
        Map<String, Map<VpcAttributeName, Boolean>> switches = new HashMap<>();
        for (int i = 0; i < asked.size(); i++) {
            switches.computeIfAbsent(asked.get(i).vpc(), id -> new HashMap<>())
                    .put(asked.get(i).name(), answers.get(i));
        }
        return switches;
    }
}
