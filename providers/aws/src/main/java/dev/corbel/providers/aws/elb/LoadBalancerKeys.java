package dev.corbel.providers.aws.elb;

import java.util.List;

/** The attributes of load balancers that AWS keeps under keys. */
final class LoadBalancerKeys {
    static final String APPLICATION = "application";
    static final String NETWORK = "network";
    static final String GATEWAY = "gateway";

    static final KeyedAttributes ALL = new KeyedAttributes(
            LbResource.SCHEMA,
            List.of(
                    new KeyedAttribute("client_keep_alive", "client_keep_alive.seconds", APPLICATION),
                    new KeyedAttribute("desync_mitigation_mode", "routing.http.desync_mitigation_mode", APPLICATION),
                    new KeyedAttribute("dns_record_client_routing_policy", "dns_record.client_routing_policy", NETWORK),
                    new KeyedAttribute(
                            "drop_invalid_header_fields",
                            "routing.http.drop_invalid_header_fields.enabled",
                            APPLICATION),
                    new KeyedAttribute(
                            "enable_cross_zone_load_balancing", "load_balancing.cross_zone.enabled", NETWORK, GATEWAY),
                    new KeyedAttribute(
                            "enable_deletion_protection", "deletion_protection.enabled", APPLICATION, NETWORK, GATEWAY),
                    new KeyedAttribute("enable_http2", "routing.http2.enabled", APPLICATION),
                    new KeyedAttribute(
                            "enable_tls_version_and_cipher_suite_headers",
                            "routing.http.x_amzn_tls_version_and_cipher_suite.enabled",
                            APPLICATION),
                    new KeyedAttribute("enable_waf_fail_open", "waf.fail_open.enabled", APPLICATION),
                    new KeyedAttribute("enable_xff_client_port", "routing.http.xff_client_port.enabled", APPLICATION),
                    new KeyedAttribute("enable_zonal_shift", "zonal_shift.config.enabled", APPLICATION, NETWORK),
                    new KeyedAttribute("idle_timeout", "idle_timeout.timeout_seconds", APPLICATION),
                    new KeyedAttribute(
                            "preserve_host_header", "routing.http.preserve_host_header.enabled", APPLICATION),
                    new KeyedAttribute(
                            "xff_header_processing_mode", "routing.http.xff_header_processing.mode", APPLICATION)));

    private LoadBalancerKeys() {}
}
