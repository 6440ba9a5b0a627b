package dev.corbel.providers.aws.elb;

import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The groups that an action forwards to, written in either of two ways: one group as an attribute, or a block for one
 * group or several.
 *
 * @param weights by group; that of a single one makes no difference
 * @param sticky for how many seconds, where it is
 */
record Forwarding(Map<String, Value> weights, Optional<Integer> sticky) {

    /** Planned actions that say what those of the object say, in the words of the object. */
    static MapValue keepSame(MapValue planned, Value prior, String block) {
        List<DesiredAttributes> before =
                prior instanceof MapValue object ? new DesiredAttributes(object).blocks(block) : List.of();
        List<DesiredAttributes> desired = new DesiredAttributes(planned).blocks(block);
        if (desired.isEmpty()
                || desired.size() != before.size()
                || planned.get(block).isUnknown()) {
            return planned;
        }
        List<Value> kept = new ArrayList<>();
        for (int i = 0; i < desired.size(); i++) {
            kept.add(keepSame(desired.get(i).attributes(), before.get(i).attributes()));
        }
        return planned.with(block, Value.list(kept));
    }

    private static MapValue keepSame(MapValue action, MapValue prior) {
        Optional<Forwarding> there = of(prior);
        return there.isPresent() && there.equals(of(action))
                ? action.with("target_group_arn", prior.get("target_group_arn")).with("forward", prior.get("forward"))
                : action;
    }

    /** Empty where it is not known in whole, or where the action does something else. */
    private static Optional<Forwarding> of(MapValue action) {
        DesiredAttributes desired = new DesiredAttributes(action);
        if (!ActionBlocks.FORWARD.equals(desired.text("type"))
                || !action.get("forward").isWhollyKnown()
                || !action.get("target_group_arn").isWhollyKnown()) {
            return Optional.empty();
        }
        DesiredAttributes forward = desired.block("forward");
        Map<String, Value> weights = new TreeMap<>();
        action.text("target_group_arn").ifPresent(arn -> weights.put(arn, Value.of(1)));
        forward.blocks("target_group")
                .forEach(group ->
                        weights.put(group.required("arn"), group.attributes().get("weight")));
        if (weights.size() == 1) {
            weights.replaceAll((arn, weight) -> Value.of(1));
        }
        DesiredAttributes stickiness = forward.block("stickiness");
        return Optional.of(new Forwarding(
                weights,
                stickiness.isTrue("enabled") ? Optional.ofNullable(stickiness.number("duration")) : Optional.empty()));
    }
}
