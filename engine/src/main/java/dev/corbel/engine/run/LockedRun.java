package dev.corbel.engine.run;

import dev.corbel.dsl.model.Definition;
import dev.corbel.dsl.stage.Readings;
import dev.corbel.engine.backend.StateWatermark;
import dev.corbel.planner.PlanOptions;
import dev.corbel.planner.PlanRequest;
import dev.corbel.planner.apply.Applier;
import dev.corbel.planner.apply.ApplyRequest;
import dev.corbel.planner.apply.ApplyResult;
import dev.corbel.planner.plan.Plan;
import dev.corbel.planner.planning.Planner;
import dev.corbel.planner.recovery.Recovery;
import dev.corbel.planner.session.Sessions;
import dev.corbel.planner.stage.DataLookup;
import dev.corbel.planner.stage.StagedReadings;
import dev.corbel.providers.api.ProviderCatalog;
import dev.corbel.providers.api.address.Address;
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
import org.jspecify.annotations.Nullable;

/** A run under the lock of an environment, which plans and applies; providers stay open from one to the other. */
public final class LockedRun implements PlanningRun {
    private final StateTransaction transaction;
    private final ProviderCatalog catalog;
    private final Sessions sessions;
    private final StateWatermark watermark;
    private final List<Diagnostic> warnings;
    private @Nullable StagedReadings readings;
    private final Thread release = new Thread(this::release, "corbel-release");
    private volatile boolean calling;

    LockedRun(StateTransaction transaction, ProviderCatalog catalog, Sessions sessions, StateWatermark watermark) {
        this.transaction = transaction;
        this.catalog = catalog;
        this.sessions = sessions;
        this.watermark = watermark;
        this.warnings = Stream.of(transaction.warnings(), watermark.warnings(transaction.initial()))
                .flatMap(List::stream)
                .toList();
        watermark.note(transaction.initial());
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

    @Override
    public List<Diagnostic> warnings() {
        return warnings;
    }

    @Override
    public List<Diagnostic> recover(Supplier<Definition> definition, int parallelism, boolean repeat) {
        calling = true;
        List<Diagnostic> found = new Recovery(catalog, sessions, parallelism).run(transaction, definition, repeat);
        calling = false;
        return found;
    }

    @Override
    public State state() {
        return transaction.current();
    }

    @Override
    public Readings readings(int parallelism) {
        readings = StagedReadings.reading(catalog, sessions, transaction.current(), parallelism);
        return readings;
    }

    private Map<Address, DataLookup> lookups() {
        return readings == null ? Map.of() : readings.lookups();
    }

    @Override
    public Plan plan(Definition definition, Map<String, String> variables, PlanOptions options) {
        return new Planner()
                .plan(new PlanRequest(
                        definition, variables, transaction.current(), catalog, sessions, options, lookups()));
    }

    /** Carries out a plan, and raises the watermark to the state that comes of it. */
    public ApplyResult apply(ApplyRequest request) {
        calling = true;
        ApplyResult result = new Applier(catalog, sessions).apply(request, transaction);
        watermark.note(result.state());
        return result;
    }

    /** Records changes of state alone, and returns the state that is kept. */
    public State record(List<StateChange> changes) {
        transaction.record(new Result(Optional.empty(), changes));
        State now = transaction.commit();
        watermark.note(now);
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
