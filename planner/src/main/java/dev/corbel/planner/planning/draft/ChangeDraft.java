package dev.corbel.planner.planning.draft;

import dev.corbel.planner.object.PlannedObject;
import dev.corbel.planner.plan.Action;
import dev.corbel.planner.plan.ActionReason;
import dev.corbel.providers.api.ProviderKey;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.api.value.ValuePath;
import dev.corbel.state.model.StateObject;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The plan for one instance or deposed object, before the orders of replacements are decided.
 *
 * @param action {@link Action#REPLACE_DELETE_FIRST} stands for a replacement of either order
 * @param prior the object that is there now
 * @param after null (the value) for an end
 */
public record ChangeDraft(
        Address address,
        Optional<String> deposedKey,
        Optional<String> adoptedId,
        ProviderKey provider,
        Action action,
        ActionReason reason,
        Optional<StateObject> prior,
        Value after,
        List<ValuePath> replacePaths) {

    public static ChangeDraft of(
            Address address,
            ProviderKey provider,
            Decision decision,
            Optional<StateObject> prior,
            PlannedObject planned) {
        return new ChangeDraft(
                address,
                Optional.empty(),
                Optional.empty(),
                provider,
                decision.action(),
                decision.reason(),
                prior,
                planned.attributes(),
                List.copyOf(decision.replacePaths()));
    }

    public static ChangeDraft unchanged(
            Address address, ProviderKey provider, Optional<StateObject> prior, Value value) {
        return new ChangeDraft(
                address,
                Optional.empty(),
                Optional.empty(),
                provider,
                Action.NO_OP,
                ActionReason.NONE,
                prior,
                value,
                List.of());
    }

    /** The end of the current object, or of a deposed one. */
    public static ChangeDraft end(
            Address address, Optional<String> deposedKey, Action action, ActionReason reason, StateObject prior) {
        return new ChangeDraft(
                address,
                deposedKey,
                Optional.empty(),
                prior.provider().key(),
                action,
                reason,
                Optional.of(prior),
                Value.ofNull(),
                List.of());
    }

    public ChangeDraft adopted(String id) {
        return new ChangeDraft(
                address, deposedKey, Optional.of(id), provider, action, reason, prior, after, replacePaths);
    }

    public Value before() {
        return prior.<Value>map(StateObject::attributes).orElse(Value.ofNull());
    }

    /** Tells whether the instance becomes another one, or looks different. */
    public boolean changesObject() {
        return action != Action.NO_OP && action != Action.READ && action != Action.FORGET;
    }

    /** The action for an instance, and the reason for it. */
    public record Decision(Action action, ActionReason reason, Collection<ValuePath> replacePaths) {
        public static final Decision NO_OP = new Decision(Action.NO_OP, ActionReason.NONE, List.of());
        public static final Decision CREATE = new Decision(Action.CREATE, ActionReason.NONE, List.of());
        public static final Decision UPDATE = new Decision(Action.UPDATE, ActionReason.NONE, List.of());

        public static Decision replace(ActionReason reason, Collection<ValuePath> paths) {
            return new Decision(Action.REPLACE_DELETE_FIRST, reason, paths);
        }
    }
}
