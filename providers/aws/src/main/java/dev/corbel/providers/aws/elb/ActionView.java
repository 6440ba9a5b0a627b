package dev.corbel.providers.aws.elb;

import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.kit.attribute.Attributes;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.FixedResponseActionConfig;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ForwardActionConfig;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RedirectActionConfig;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupStickinessConfig;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupTuple;

/**
 * The actions of listeners and rules, as definitions see them. A forward can be written in two ways that mean the same;
 * the one that the definition uses is kept.
 */
final class ActionView {
    private ActionView() {}

    /** The actions in their order, the places of the known blocks first. */
    static Value show(List<Action> actions, List<DesiredAttributes> known) {
        List<Numbered> actual = new ArrayList<>();
        for (Action action : actions) {
            Integer order = action.order();
            actual.add(new Numbered(order == null ? actual.size() + 1 : order, action));
        }
        actual.sort(Comparator.comparingInt(Numbered::order));
        List<Value> blocks = new ArrayList<>();
        for (Numbered action : arranged(actual, known)) {
            DesiredAttributes before =
                    blocks.size() < known.size() ? known.get(blocks.size()) : new DesiredAttributes(MapValue.EMPTY);
            blocks.add(block(action, before));
        }
        return new ListValue(blocks);
    }

    private record Numbered(int order, Action action) {}

    /** As the known blocks stand, where their numbers are those of the actual actions. */
    private static List<Numbered> arranged(List<Numbered> actual, List<DesiredAttributes> known) {
        List<Numbered> arranged = new ArrayList<>();
        for (DesiredAttributes block : known) {
            Integer order = block.number("order");
            int number = order == null ? arranged.size() + 1 : order;
            actual.stream()
                    .filter(action -> action.order() == number)
                    .findFirst()
                    .ifPresent(arranged::add);
        }
        return arranged.size() == actual.size() && arranged.stream().distinct().count() == actual.size()
                ? arranged
                : actual;
    }

    private static Value block(Numbered numbered, DesiredAttributes known) {
        Action action = numbered.action();
        List<TargetGroupTuple> groups = action.forwardConfig() == null
                ? List.of()
                : action.forwardConfig().targetGroups();
        String single = action.targetGroupArn() == null && groups.size() == 1
                ? groups.get(0).targetGroupArn()
                : action.targetGroupArn();
        boolean inBlock = !known.attributes().get("forward").isNull() || groups.size() > 1 || isSticky(action);
        boolean inAttribute = !known.attributes().get("target_group_arn").isNull() || !inBlock;
        return new Attributes(ActionBlocks.ACTION)
                .text("type", action.typeAsString())
                .number("order", numbered.order())
                .text("target_group_arn", inAttribute ? single : null)
                .value("forward", inBlock ? forward(action, known.block("forward")) : Value.ofNull())
                .value("redirect", redirect(action.redirectConfig()))
                .value("fixed_response", fixedResponse(action.fixedResponseConfig()))
                .build();
    }

    private static boolean isSticky(Action action) {
        return action.forwardConfig() != null
                && action.forwardConfig().targetGroupStickinessConfig() != null
                && Boolean.TRUE.equals(
                        action.forwardConfig().targetGroupStickinessConfig().enabled());
    }

    private static Value forward(Action action, DesiredAttributes known) {
        ForwardActionConfig forward = action.forwardConfig();
        if (forward == null) {
            return Value.ofNull();
        }
        TargetGroupStickinessConfig stickiness = forward.targetGroupStickinessConfig();
        return new Attributes(ActionBlocks.FORWARD_BLOCK)
                .value(
                        "target_group",
                        Attributes.setOf(forward.targetGroups().stream()
                                .map(group -> Value.map(Map.of(
                                        "arn",
                                        Value.of(group.targetGroupArn()),
                                        "weight",
                                        Value.of(group.weight() == null ? 1 : group.weight()))))
                                .toList()))
                .value(
                        "stickiness",
                        isSticky(action)
                                ? Value.map(Map.of(
                                        "enabled",
                                        Value.of(true),
                                        "duration",
                                        Value.of(
                                                stickiness.durationSeconds() == null
                                                        ? 0
                                                        : stickiness.durationSeconds())))
                                : switchedOff(known))
                .build();
    }

    private static Value switchedOff(DesiredAttributes known) {
        return known.attributes().get("stickiness").unmarked() instanceof MapValue before
                ? before.with("enabled", Value.of(false))
                : Value.ofNull();
    }

    private static Value redirect(@Nullable RedirectActionConfig redirect) {
        return redirect == null
                ? Value.ofNull()
                : Value.map(Map.of(
                        "host",
                        text(redirect.host()),
                        "path",
                        text(redirect.path()),
                        "port",
                        text(redirect.port()),
                        "protocol",
                        text(redirect.protocol()),
                        "query",
                        text(redirect.query()),
                        "status_code",
                        text(redirect.statusCodeAsString())));
    }

    private static Value fixedResponse(@Nullable FixedResponseActionConfig response) {
        return response == null
                ? Value.ofNull()
                : Value.map(Map.of(
                        "content_type",
                        text(response.contentType()),
                        "message_body",
                        text(response.messageBody()),
                        "status_code",
                        text(response.statusCode())));
    }

    private static Value text(@Nullable String text) {
        return text == null ? Value.ofNull() : Value.of(text);
    }
}
