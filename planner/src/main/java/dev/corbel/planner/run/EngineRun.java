package dev.corbel.planner.run;

import dev.corbel.planner.apply.Applier;
import dev.corbel.planner.apply.ApplyRequest;
import dev.corbel.planner.plan.Plan;
import dev.corbel.state.StateStore;
import dev.corbel.state.StateTransaction;
import dev.corbel.state.model.LockHolder;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * A run of apply. The lock is taken first and kept to the end, so that what is approved and applied was planned from the
 * state that it changes.
 */
public final class EngineRun {
    private final StateStore store;
    private final LockHolder holder;
    private final Duration lockTimeout;
    private final Applier applier;

    public EngineRun(StateStore store, LockHolder holder, Duration lockTimeout, Applier applier) {
        this.store = store;
        this.holder = holder;
        this.lockTimeout = lockTimeout;
        this.applier = applier;
    }

    /**
     * Plans, asks and applies. A plan without changes is applied without asking, since it may still bring state up to
     * date.
     *
     * @param planning makes the plan, from a file or anew; throws where there is none, and nothing is changed
     * @param approval shows the plan and says whether to go on
     * @param settings how to apply
     * @throws dev.corbel.providers.api.diagnostic.DiagnosticsException where another holds the lock, where there is no
     *     plan, or where state cannot be read or written
     */
    public RunResult run(
            Function<OpenedState, Plan> planning, Predicate<Plan> approval, UnaryOperator<ApplyRequest> settings) {
        try (StateTransaction transaction = store.begin(holder, lockTimeout)) {
            Plan plan = planning.apply(OpenedState.of(transaction));
            if (plan.errored()) {
                return new RunResult.Errored(plan);
            }
            if (plan.hasChanges() && !approval.test(plan)) {
                return new RunResult.Declined(plan);
            }
            return new RunResult.Applied(plan, applier.apply(settings.apply(ApplyRequest.of(plan)), transaction));
        }
    }
}
