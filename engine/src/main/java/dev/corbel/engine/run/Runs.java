package dev.corbel.engine.run;

import dev.corbel.engine.backend.AbandonedLocalState;
import dev.corbel.engine.backend.EnvironmentBackend;
import dev.corbel.engine.backend.RescuedState;
import dev.corbel.engine.backend.StateWatermark;
import dev.corbel.engine.environment.Environment;
import dev.corbel.planner.session.Sessions;
import dev.corbel.providers.api.ProviderCatalog;
import dev.corbel.providers.api.ProviderContext;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.state.StateBackend;
import dev.corbel.state.StateTransaction;
import dev.corbel.state.json.StateDocument;
import dev.corbel.state.local.LocalStateStore;
import dev.corbel.state.model.LockHolder;
import dev.corbel.state.model.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Starts runs of an environment. Every failure is a {@link DiagnosticsException}. */
public final class Runs {
    private final Environment environment;
    private final Supplier<ProviderCatalog> catalog;
    private final EnvironmentBackend backend;

    /** @param catalog asked for where a run calls providers */
    public Runs(Environment environment, Supplier<ProviderCatalog> catalog, EnvironmentBackend backend) {
        this.environment = environment;
        this.catalog = catalog;
        this.backend = backend;
    }

    /**
     * Locks and opens the state for a run that may change everything.
     *
     * @param command that the lock names
     * @param timeout how long to wait for another holder of the lock
     */
    public LockedRun lock(String command, Duration timeout) {
        return lock(command, timeout, context());
    }

    /** Locks and opens the state for a run whose plan is kept, for another one to apply. */
    public LockedRun planToKeep(String command, Duration timeout) {
        return lock(command, timeout, context().planning());
    }

    private LockedRun lock(String command, Duration timeout, ProviderContext context) {
        StateTransaction transaction = begin(command, timeout);
        try {
            RescuedState.check(environment);
            if (transaction.initial().serial() == 0) {
                // What is wrong with a key is found out with the state that it opens; here there is none yet.
                backend.encryption().encryptionKey();
            }
        } catch (DiagnosticsException refused) {
            transaction.close();
            throw refused;
        }
        return new LockedRun(
                transaction,
                catalog.get(),
                new Sessions(
                        catalog.get(), context.ofState(transaction.initial().lineage())),
                watermark());
    }

    /**
     * Opens a run that plans and changes nothing but state: under the lock, or reading alone where the files of the state
     * cannot be written.
     */
    public PlanningRun plan(String command, Duration timeout) {
        return backend.location().isLocal() && !LocalStateStore.isWritable(environment.project(), environment.name())
                ? read(List.of(unlocked()))
                : lock(command, timeout, context().planning());
    }

    private Diagnostic unlocked() {
        return Diagnostic.warning(
                "The state of environment \"" + environment.name() + "\" is read without its lock",
                "Its files cannot be written here, so another run may change it meanwhile.");
    }

    /** Reads the state for a run that changes nothing. */
    public ReadRun read() {
        return read(List.of());
    }

    /** The state as it is now, without its lock; checked like that of a run. */
    public State look() {
        return pull().state();
    }

    private StateDocument pull() {
        StateDocument found = backend.open().pull();
        check(found.state());
        RescuedState.check(environment);
        return found;
    }

    private ReadRun read(List<Diagnostic> remarks) {
        StateDocument found = pull();
        List<Diagnostic> warnings = new ArrayList<>(remarks);
        warnings.addAll(watermark().warnings(found.state()));
        ProviderCatalog reading = ReadOnlyProvider.all(catalog.get());
        CallCounts calls = new CallCounts();
        return new ReadRun(
                found,
                reading,
                new Sessions(
                        reading, context().reading(calls).ofState(found.state().lineage())),
                calls,
                warnings);
    }

    /** Locks and opens the state. Fails if it is neither the version that this project last saw nor a successor of it. */
    public StateTransaction begin(String command, Duration timeout) {
        StateBackend open = backend.open();
        StateTransaction transaction;
        try {
            transaction = open.begin(holder(command), timeout);
        } catch (DiagnosticsException failure) {
            watermark().forgetUnreadable(open);
            throw failure;
        }
        try {
            check(transaction.initial());
            return transaction;
        } catch (DiagnosticsException refused) {
            transaction.close();
            throw refused;
        }
    }

    private void check(State found) {
        AbandonedLocalState.check(environment, backend.location().title(), found);
        watermark().check(found);
    }

    /** The newest state that this project saw. */
    public StateWatermark watermark() {
        return new StateWatermark(environment, backend.location());
    }

    /**
     * This process as a holder of the lock.
     *
     * @param command that the lock names
     */
    public LockHolder holder(String command) {
        return LockHolder.ofThisProcess(command + " " + environment.name());
    }

    private ProviderContext context() {
        return ProviderContext.system(environment.project(), environment.name());
    }
}
