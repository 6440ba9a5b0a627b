package dev.corbel.providers.aws.ec2;

import dev.corbel.providers.aws.client.AwsSession;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.InternetGateway;
import software.amazon.awssdk.services.ec2.model.ReferencedSecurityGroup;
import software.amazon.awssdk.services.ec2.model.RouteTable;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.ec2.model.SecurityGroupRule;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.ec2.model.Vpc;

/** The ids of objects that EC2 makes by itself: the default VPC with its parts, and the main tables and default groups of all VPCs. */
final class Ec2Defaults {
    private static final List<String> TRUE = List.of("true");
    private static final String ANY_PROTOCOL = "-1";
    private static final Set<String> EVERYWHERE = Set.of("0.0.0.0/0", "::/0");

    private final AwsSession session;
    private final Ec2Client ec2;

    Ec2Defaults(AwsSession session) {
        this.session = session;
        this.ec2 = Ec2.client(session);
    }

    Set<String> vpcs() {
        return ec2.describeVpcsPaginator(request -> request.filters(Ec2Tags.filter("is-default", TRUE))).vpcs().stream()
                .map(Vpc::vpcId)
                .collect(Collectors.toSet());
    }

    Set<String> subnets() {
        return ec2
                .describeSubnetsPaginator(request -> request.filters(Ec2Tags.filter("default-for-az", TRUE)))
                .subnets()
                .stream()
                .map(Subnet::subnetId)
                .collect(Collectors.toSet());
    }

    Set<String> gateways() {
        List<String> vpcs = List.copyOf(vpcs());
        return vpcs.isEmpty()
                ? Set.of()
                : ec2
                        .describeInternetGatewaysPaginator(
                                request -> request.filters(Ec2Tags.filter("attachment.vpc-id", vpcs)))
                        .internetGateways()
                        .stream()
                        .map(InternetGateway::internetGatewayId)
                        .collect(Collectors.toSet());
    }

    Set<String> tables() {
        return mainTables().map(RouteTable::routeTableId).collect(Collectors.toSet());
    }

    private Stream<RouteTable> mainTables() {
        return ec2
                .describeRouteTablesPaginator(request -> request.filters(Ec2Tags.filter("association.main", TRUE)))
                .routeTables()
                .stream();
    }

    /** The way of the default VPC to the internet, by the ids that adoption takes. */
    Set<String> routes() {
        Set<String> vpcs = vpcs();
        return mainTables()
                .filter(table -> vpcs.contains(table.vpcId()))
                .flatMap(table -> Routes.written(table).stream()
                        .filter(route -> route.gatewayId() != null
                                && EVERYWHERE.contains(Routes.destination(route).text()))
                        .map(route -> new RouteId(table.routeTableId(), Routes.destination(route)).importId()))
                .collect(Collectors.toSet());
    }

    /** The rules that default groups begin with: everything among themselves, and everything out. */
    Set<String> rules(Direction direction) {
        List<String> groups = ec2
                .describeSecurityGroupsPaginator(
                        request -> request.filters(Ec2Tags.filter("group-name", List.of("default"))))
                .securityGroups()
                .stream()
                .map(SecurityGroup::groupId)
                .toList();
        return new SecurityGroupRuleReader(session, direction)
                .ofGroups(groups).stream()
                        .filter(Ec2Defaults::isOfBeginning)
                        .map(SecurityGroupRule::securityGroupRuleId)
                        .collect(Collectors.toSet());
    }

    private static boolean isOfBeginning(SecurityGroupRule rule) {
        if (!ANY_PROTOCOL.equals(rule.ipProtocol())) {
            return false;
        }
        if (!Boolean.TRUE.equals(rule.isEgress())) {
            ReferencedSecurityGroup other = rule.referencedGroupInfo();
            return other != null && rule.groupId().equals(other.groupId());
        }
        return EVERYWHERE.contains(String.valueOf(rule.cidrIpv4()))
                || EVERYWHERE.contains(String.valueOf(rule.cidrIpv6()));
    }
}
