package dev.corbel.providers.aws.elb;

import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateTargetGroupRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Matcher;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyTargetGroupRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;

/**
 * The health check of a target group. Null stands for a setting that does not apply, and in a desired one for AWS's
 * choice.
 *
 * @param interval seconds
 * @param timeout seconds
 */
record HealthCheck(
        @Nullable Boolean enabled,
        @Nullable Integer healthyThreshold,
        @Nullable Integer interval,
        @Nullable String matcher,
        @Nullable String path,
        @Nullable String port,
        @Nullable String protocol,
        @Nullable Integer timeout,
        @Nullable Integer unhealthyThreshold) {

    static HealthCheck of(TargetGroup group) {
        Matcher matcher = group.matcher();
        String codes = matcher == null ? null : matcher.httpCode() == null ? matcher.grpcCode() : matcher.httpCode();
        return new HealthCheck(
                group.healthCheckEnabled(),
                group.healthyThresholdCount(),
                group.healthCheckIntervalSeconds(),
                codes,
                group.healthCheckPath(),
                group.healthCheckPort(),
                group.healthCheckProtocolAsString(),
                group.healthCheckTimeoutSeconds(),
                group.unhealthyThresholdCount());
    }

    /** What AWS does for a target group that says nothing of health checks. */
    static HealthCheck initial(String targetType, @Nullable String protocol, @Nullable String version) {
        String grpc = "GRPC".equals(version) ? "12" : null;
        return switch (targetType.equals("alb") ? "alb" : TargetGroupKind.of(targetType, protocol)) {
            case TargetGroupKind.HTTP ->
                new HealthCheck(
                        true,
                        5,
                        30,
                        grpc == null ? "200" : grpc,
                        grpc == null ? "/" : "/AWS.ALB/healthcheck",
                        "traffic-port",
                        "HTTP",
                        5,
                        2);
            case TargetGroupKind.GENEVE -> new HealthCheck(true, 5, 10, null, null, "80", "TCP", 5, 2);
            case TargetGroupKind.LAMBDA -> new HealthCheck(false, 5, 35, "200", "/", null, null, 30, 2);
            case "alb" -> new HealthCheck(true, 5, 30, "200-399", "/", "traffic-port", "HTTP", 6, 2);
            default -> new HealthCheck(true, 5, 30, null, null, "traffic-port", "TCP", 10, 2);
        };
    }

    /** The definition's block, or what AWS does where there is none. */
    static HealthCheck desired(DesiredAttributes planned) {
        String targetType = planned.required("target_type");
        if (planned.attributes().get("health_check").isNull()) {
            return initial(targetType, planned.text("protocol"), planned.text("protocol_version"));
        }
        DesiredAttributes block = planned.block("health_check");
        boolean lambda = targetType.equals(TargetGroupKind.LAMBDA);
        return new HealthCheck(
                block.flag("enabled"),
                block.number("healthy_threshold"),
                block.number("interval"),
                block.text("matcher"),
                block.text("path"),
                lambda ? null : block.text("port"),
                lambda ? null : block.text("protocol"),
                block.number("timeout"),
                block.number("unhealthy_threshold"));
    }

    private @Nullable Matcher sdkMatcher(@Nullable String version) {
        if (matcher == null) {
            return null;
        }
        return "GRPC".equals(version)
                ? Matcher.builder().grpcCode(matcher).build()
                : Matcher.builder().httpCode(matcher).build();
    }

    void addTo(CreateTargetGroupRequest.Builder request, @Nullable String version) {
        request.healthCheckEnabled(enabled)
                .healthyThresholdCount(healthyThreshold)
                .healthCheckIntervalSeconds(interval)
                .matcher(sdkMatcher(version))
                .healthCheckPath(path)
                .healthCheckPort(port)
                .healthCheckProtocol(protocol)
                .healthCheckTimeoutSeconds(timeout)
                .unhealthyThresholdCount(unhealthyThreshold);
    }

    void addTo(ModifyTargetGroupRequest.Builder request, @Nullable String version) {
        request.healthCheckEnabled(enabled)
                .healthyThresholdCount(healthyThreshold)
                .healthCheckIntervalSeconds(interval)
                .matcher(sdkMatcher(version))
                .healthCheckPath(path)
                .healthCheckPort(port)
                .healthCheckProtocol(protocol)
                .healthCheckTimeoutSeconds(timeout)
                .unhealthyThresholdCount(unhealthyThreshold);
    }

    /** The block; null where the definition has none and the target group is as AWS makes it. */
    static Value show(TargetGroup group, MapValue known) {
        HealthCheck actual = of(group);
        boolean asMade =
                actual.equals(initial(group.targetTypeAsString(), group.protocolAsString(), group.protocolVersion()));
        return known.get("health_check").isNull() && asMade
                ? Value.ofNull()
                : actual.block(new DesiredAttributes(known).block("health_check"));
    }

    private MapValue block(DesiredAttributes known) {
        Map<String, Value> block = new LinkedHashMap<>();
        block.put("enabled", flag());
        block.put("healthy_threshold", number(healthyThreshold));
        block.put("interval", number(interval));
        block.put("matcher", text(matcher));
        block.put("path", text(path));
        block.put("port", text(port));
        block.put("protocol", text(protocol));
        block.put("timeout", number(timeout));
        block.put("unhealthy_threshold", number(unhealthyThreshold));
        // What does not apply stays as the definition has it.
        block.replaceAll((name, value) -> {
            Value before = known.attributes().get(name);
            return value.isNull() && before.isWhollyKnown() ? before : value;
        });
        return new MapValue(block);
    }

    private Value flag() {
        return enabled == null ? Value.ofNull() : Value.of(enabled.booleanValue());
    }

    private static Value number(@Nullable Integer number) {
        return number == null ? Value.ofNull() : Value.of(number.longValue());
    }

    private static Value text(@Nullable String text) {
        return text == null ? Value.ofNull() : Value.of(text);
    }
}
