package dev.corbel.planner.apply;

import dev.corbel.planner.apply.OperationReport.Outcome;
import dev.corbel.planner.apply.queue.ReadyQueue;
import dev.corbel.planner.plan.Operation;
import dev.corbel.planner.plan.Plan;
import dev.corbel.planner.provider.ProviderConfigurations;
import dev.corbel.planner.session.SessionFailures;
import dev.corbel.planner.session.Sessions;
import dev.corbel.providers.api.ProviderCatalog;
import dev.corbel.providers.api.ProviderKey;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.state.StateTransaction;
import dev.corbel.state.journal.Result;
import dev.corbel.state.model.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Carries out a plan. Everything that is done stands in the plan's operations, and their order too; what comes of each is
 * recorded at once, and state is committed at the end whatever happened.
 */
public final class Applier {
    private static final Duration FRESH = Duration.ofMinutes(1);

    private final ProviderCatalog catalog;
    private final Sessions sessions;

    public Applier(ProviderCatalog catalog, Sessions sessions) {
        this.catalog = catalog;
        this.sessions = sessions;
    }

    /**
     * Applies a plan that was made from the state which the transaction holds. Failures of operations, and of
     * writing state afterwards, are part of the result.
     *
     * @throws DiagnosticsException where state cannot be written before anything is done
     */
    public ApplyResult apply(ApplyRequest request, StateTransaction transaction) {
        Plan plan = request.plan();
        if (plan.errored()) {
            throw new IllegalArgumentException("a plan with errors cannot be applied");
        }
        if (!plan.stateChanges().isEmpty()) {
            transaction.recordLater(new Result(Optional.empty(), plan.stateChanges()));
        }
        KnownObjects objects = new KnownObjects(plan.prior());
        Recorder recorder = new Recorder(transaction, objects);
        Progress progress = new Progress(plan.operations().operations(), request.listener(), request.clock());
        ExecutionContext context = context(request, objects, recorder, progress);
        OperationWork work = new OperationWork(context, progress);
        new QueueRun(request, context.calls(), progress).run(queue(plan, work));
        List<Diagnostic> diagnostics = new ArrayList<>();
        try {
            new LostOutputs(context).drop(work.reports());
        } catch (DiagnosticsException failure) {
            diagnostics.addAll(failure.diagnostics());
        }
        recorder.close();
        progress.close();
        List<OperationReport> reports = work.reports();
        reports.forEach(report -> diagnostics.addAll(report.diagnostics()));
        reports.stream()
                .filter(report -> report.outcome() == Outcome.IN_FLIGHT)
                .forEach(report -> diagnostics.add(abandoned(report.operation())));
        State state = commit(transaction, diagnostics);
        return new ApplyResult(
                reports,
                context.conditions().results(),
                request.cancellation().stage() != Cancellation.Stage.NONE,
                gathered(plan, diagnostics),
                state);
    }

    private static List<Diagnostic> gathered(Plan plan, List<Diagnostic> diagnostics) {
        Map<Address, ProviderKey> providers = new HashMap<>();
        plan.changes().forEach(change -> providers.put(change.address(), change.provider()));
        return new SessionFailures(plan.definition(), address -> Optional.ofNullable(providers.get(address)))
                .gathered(diagnostics);
    }

    /** Failing here must not hide what was done. */
    private static State commit(StateTransaction transaction, List<Diagnostic> diagnostics) {
        try {
            return transaction.commit();
        } catch (DiagnosticsException failure) {
            diagnostics.addAll(failure.diagnostics());
            return transaction.current();
        }
    }

    private ExecutionContext context(ApplyRequest request, KnownObjects objects, Recorder recorder, Progress progress) {
        Plan plan = request.plan();
        InstanceValues values = new InstanceValues(plan, objects);
        ProviderCalls calls = new ProviderCalls();
        Duration age = Duration.between(plan.createdAt(), request.clock().instant());
        return new ExecutionContext(
                plan,
                new Declarations(plan.definition()),
                catalog,
                new RunProviders(new ProviderConfigurations(plan.definition(), catalog), sessions, values),
                objects,
                values,
                new SecretValues(plan, values),
                recorder,
                calls,
                new ConditionChecks(values),
                new Freshness(request.saved() || age.compareTo(FRESH) > 0, calls),
                new Wholes(plan),
                progress);
    }

    private static ReadyQueue queue(Plan plan, OperationWork work) {
        return new ReadyQueue(
                plan.operations().operations().stream().map(Operation::after).toList(), work);
    }

    private static Diagnostic abandoned(Operation operation) {
        return Diagnostic.error(
                        "Stopped during " + operation.kind().name().toLowerCase(java.util.Locale.ROOT) + " of "
                                + operation.address().map(Object::toString).orElse("an output"),
                        "Nobody knows what came of the call. The journal says what was intended.")
                .at(operation.address().orElse(null));
    }
}
