package dev.corbel.planner.planning.draft;

import dev.corbel.planner.plan.Action;
import dev.corbel.planner.prior.PriorState;
import dev.corbel.planner.secret.GeneratedSecret;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.expression.Evaluation;
import dev.corbel.providers.api.value.Value;
import dev.corbel.state.model.StateObject;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The declared instances that are planned so far, and their values for everything that refers to them. */
public final class DraftedInstances implements Evaluation.Scope {
    private final PriorState prior;
    private final PlanProblems problems;
    private final Map<Address, ChangeDraft> drafts = new LinkedHashMap<>();
    private final Map<Address, Value> values = new HashMap<>();

    public DraftedInstances(PriorState prior, PlanProblems problems) {
        this.prior = prior;
        this.problems = problems;
    }

    public void put(ChangeDraft draft) {
        drafts.put(draft.address(), draft);
    }

    /** Sets the value that others see of an instance; of one without, they see the object that is there. */
    public void putValue(Address address, Value value) {
        values.put(address, value);
    }

    public @Nullable ChangeDraft find(Address address) {
        return drafts.get(address);
    }

    /** All drafts, in the order in which they were planned. */
    public Collection<ChangeDraft> all() {
        return Collections.unmodifiableCollection(drafts.values());
    }

    /** Tells whether the plan creates or replaces the object of an address. */
    public boolean isMadeAnew(Address address) {
        ChangeDraft draft = drafts.get(address);
        return draft != null
                && (draft.action() == Action.CREATE || draft.action().isReplacement());
    }

    /** The value as planned, or as it is where the instance is not planned; unknown where nothing is there. */
    @Override
    public Value valueOf(Address address) {
        Value planned = values.get(address);
        if (planned != null) {
            return GeneratedSecret.seen(address, planned);
        }
        return problems.hasFailed(address)
                ? Value.unknown()
                : GeneratedSecret.seen(
                        address,
                        prior.current(address)
                                .<Value>map(StateObject::attributes)
                                .orElse(Value.unknown()));
    }
}
