package dev.corbel.providers.aws.elb;

import static dev.corbel.providers.aws.elb.TargetGroupKind.GENEVE;
import static dev.corbel.providers.aws.elb.TargetGroupKind.HTTP;
import static dev.corbel.providers.aws.elb.TargetGroupKind.LAMBDA;
import static dev.corbel.providers.aws.elb.TargetGroupKind.TCP;

import java.util.List;

/** The attributes of target groups that AWS keeps under keys. */
final class TargetGroupKeys {
    static final KeyedAttributes ALL = new KeyedAttributes(
            LbTargetGroupResource.SCHEMA,
            List.of(
                    new KeyedAttribute(
                            "connection_termination", "deregistration_delay.connection_termination.enabled", TCP),
                    new KeyedAttribute(
                            "deregistration_delay", "deregistration_delay.timeout_seconds", HTTP, TCP, GENEVE),
                    new KeyedAttribute(
                            "lambda_multi_value_headers_enabled", "lambda.multi_value_headers.enabled", LAMBDA),
                    new KeyedAttribute("load_balancing_algorithm_type", "load_balancing.algorithm.type", HTTP, LAMBDA),
                    new KeyedAttribute(
                            "load_balancing_anomaly_mitigation",
                            "load_balancing.algorithm.anomaly_mitigation",
                            HTTP,
                            LAMBDA),
                    new KeyedAttribute(
                            "load_balancing_cross_zone_enabled",
                            "load_balancing.cross_zone.enabled",
                            HTTP,
                            TCP,
                            GENEVE,
                            LAMBDA),
                    new KeyedAttribute("preserve_client_ip", "preserve_client_ip.enabled", TCP),
                    new KeyedAttribute("proxy_protocol_v2", "proxy_protocol_v2.enabled", TCP),
                    new KeyedAttribute("slow_start", "slow_start.duration_seconds", HTTP)));

    private TargetGroupKeys() {}
}
