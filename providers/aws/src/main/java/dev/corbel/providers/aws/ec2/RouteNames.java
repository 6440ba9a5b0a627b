package dev.corbel.providers.aws.ec2;

import java.util.List;

/** The attributes that name destinations and targets of routes. */
final class RouteNames {
    /** Destinations as {@code aws_route} names them: IPv4, IPv6, prefix list. */
    static final List<String> ROUTE_DESTINATIONS =
            List.of("destination_cidr_block", "destination_ipv6_cidr_block", "destination_prefix_list_id");

    /** The same as a {@code route} block names them. */
    static final List<String> BLOCK_DESTINATIONS =
            List.of("cidr_block", "ipv6_cidr_block", "destination_prefix_list_id");

    /** What a route can lead through. The network interface stands last, since a route through an instance has one too. */
    static final List<String> TARGETS = List.of(
            "carrier_gateway_id",
            "core_network_arn",
            "egress_only_gateway_id",
            "gateway_id",
            "local_gateway_id",
            "nat_gateway_id",
            "transit_gateway_id",
            "vpc_endpoint_id",
            "vpc_peering_connection_id",
            "network_interface_id");

    /** The gateway of routes that stay within the VPC. */
    static final String LOCAL = "local";

    private RouteNames() {}
}
