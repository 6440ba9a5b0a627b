package dev.corbel.providers.aws.elb;

import dev.corbel.providers.kit.attribute.DesiredAttributes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.FixedResponseActionConfig;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ForwardActionConfig;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RedirectActionConfig;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupStickinessConfig;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupTuple;

/** The actions of listeners and rules, as AWS takes them. */
final class Actions {
    private Actions() {}

    static List<Action> of(List<DesiredAttributes> blocks) {
        List<Action> actions = new ArrayList<>(blocks.size());
        for (DesiredAttributes block : blocks) {
            Integer order = block.number("order");
            actions.add(Action.builder()
                    .type(block.required("type"))
                    .order(order == null ? Integer.valueOf(actions.size() + 1) : order)
                    .targetGroupArn(block.text("target_group_arn"))
                    .forwardConfig(forward(block.block("forward")))
                    .redirectConfig(redirect(block.block("redirect")))
                    .fixedResponseConfig(fixedResponse(block.block("fixed_response")))
                    .build());
        }
        return actions;
    }

    private static boolean isThere(DesiredAttributes block) {
        return !block.attributes().entries().isEmpty();
    }

    private static @Nullable ForwardActionConfig forward(DesiredAttributes block) {
        if (!isThere(block)) {
            return null;
        }
        DesiredAttributes stickiness = block.block("stickiness");
        return ForwardActionConfig.builder()
                .targetGroups(block.blocks("target_group").stream()
                        .map(group -> TargetGroupTuple.builder()
                                .targetGroupArn(group.required("arn"))
                                .weight(group.number("weight"))
                                .build())
                        .toList())
                .targetGroupStickinessConfig(
                        isThere(stickiness)
                                ? TargetGroupStickinessConfig.builder()
                                        .enabled(stickiness.isTrue("enabled"))
                                        .durationSeconds(stickiness.number("duration"))
                                        .build()
                                : null)
                .build();
    }

    private static @Nullable RedirectActionConfig redirect(DesiredAttributes block) {
        return isThere(block)
                ? RedirectActionConfig.builder()
                        .host(block.text("host"))
                        .path(block.text("path"))
                        .port(block.text("port"))
                        .protocol(block.text("protocol"))
                        .query(block.text("query"))
                        .statusCode(block.text("status_code"))
                        .build()
                : null;
    }

    private static @Nullable FixedResponseActionConfig fixedResponse(DesiredAttributes block) {
        return isThere(block)
                ? FixedResponseActionConfig.builder()
                        .contentType(block.text("content_type"))
                        .messageBody(block.text("message_body"))
                        .statusCode(block.text("status_code"))
                        .build()
                : null;
    }
}
