package dev.corbel.cli.engine;

import dev.corbel.dsl.model.Definition;
import dev.corbel.planner.PlanOptions;
import dev.corbel.planner.PlanRequest;
import dev.corbel.planner.Planner;
import dev.corbel.planner.apply.Applier;
import dev.corbel.planner.apply.ApplyRequest;
import dev.corbel.planner.apply.ApplyResult;
import dev.corbel.planner.plan.Plan;
import dev.corbel.planner.recovery.Recovery;
import dev.corbel.planner.session.Sessions;
import dev.corbel.providers.api.ProviderCatalog;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.state.StateTransaction;
import dev.corbel.state.journal.Result;
import dev.corbel.state.model.State;
import dev.corbel.state.model.StateChange;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Planning and applying under the lock of an environment; providers stay open from one to the other. */
public final class LockedRun implements AutoCloseable {
    private final StateTransaction transaction;
    private final ProviderCatalog catalog;
    private final Sessions sessions;
    private final LastSeen seen;
    private final List<Diagnostic> warnings;
    private final Thread release = new Thread(this::release, "corbel-release");
    private volatile boolean calling;

    LockedRun(StateTransaction transaction, ProviderCatalog catalog, Sessions sessions, LastSeen seen) {
        this.transaction = transaction;
        this.catalog = catalog;
        this.sessions = sessions;
        this.seen = seen;
        this.warnings = Stream.of(transaction.warnings(), seen.warnings(transaction.initial()))
                .flatMap(List::stream)
                .toList();
        seen.note(transaction.initial());
        Runtime.getRuntime().addShutdownHook(release);
    }

    /**
     * Gives the lock back where somebody ends the process while it plans or asks. Not where calls may be under way: whoever
     * comes next must wait for what they do.
     */
    private void release() {
        if (!calling) {
            transaction.close();
        }
    }

    /** What opening the state had to say. */
    public List<Diagnostic> warnings() {
        return warnings;
    }

    /**
     * Finds out what came of the calls in which an earlier run was killed; comes before planning.
     *
     * @param definition is asked for where there are such calls
     * @param repeat whether creations may be repeated
     */
    public List<Diagnostic> recover(Supplier<Definition> definition, int parallelism, boolean repeat) {
        calling = true;
        List<Diagnostic> found = new Recovery(catalog, sessions, parallelism).run(transaction, definition, repeat);
        calling = false;
        return found;
    }

    public State state() {
        return transaction.current();
    }

    public Plan plan(Definition definition, Map<String, String> variables, PlanOptions options) {
        return new Planner()
                .plan(new PlanRequest(definition, variables, transaction.current(), catalog, sessions, options));
    }

    public ApplyResult apply(ApplyRequest request) {
        calling = true;
        ApplyResult result = new Applier(catalog, sessions).apply(request, transaction);
        seen.note(result.state());
        return result;
    }

    /** Records changes of state alone. */
    public State record(List<StateChange> changes) {
        transaction.record(new Result(Optional.empty(), changes));
        State now = transaction.commit();
        seen.note(now);
        return now;
    }

    @Override
    public void close() {
        try (transaction) {
            withdrawRelease();
            sessions.close();
        }
    }

    private void withdrawRelease() {
        try {
            Runtime.getRuntime().removeShutdownHook(release);
        } catch (IllegalStateException ending) {
            // The process ends, and the lock is being given back already.
        }
    }
}
