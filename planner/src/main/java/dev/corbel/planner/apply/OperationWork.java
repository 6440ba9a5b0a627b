package dev.corbel.planner.apply;

import dev.corbel.planner.apply.OperationReport.Outcome;
import dev.corbel.planner.apply.queue.Work;
import dev.corbel.planner.plan.Operation;
import dev.corbel.providers.api.ConcurrencyKey;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.value.SensitiveValue;
import dev.corbel.providers.api.value.StringValue;
import dev.corbel.state.model.StateObject;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries out operations by number and keeps a report of each. */
final class OperationWork implements Work {
    private static final Logger LOG = LoggerFactory.getLogger(OperationWork.class);

    private final ExecutionContext context;
    private final List<Operation> operations;
    private final Progress progress;
    private final QueueKeys queueKeys;
    private final Map<Operation.Kind, OperationExecutor> executors = new EnumMap<>(Operation.Kind.class);
    private final AtomicReferenceArray<OperationReport> reports;
    private final ThreadLocal<List<Diagnostic>> warnings = ThreadLocal.withInitial(ArrayList::new);

    OperationWork(ExecutionContext context, Progress progress) {
        this.context = context;
        this.operations = context.plan().operations().operations();
        this.progress = progress;
        this.queueKeys = new QueueKeys(context);
        this.reports = new AtomicReferenceArray<>(operations.size());
        executors.put(Operation.Kind.CREATE, new CreateExecutor(context));
        executors.put(Operation.Kind.UPDATE, new UpdateExecutor(context));
        executors.put(Operation.Kind.DELETE, new DeleteExecutor(context));
        executors.put(Operation.Kind.FORGET, new ForgetExecutor(context));
        executors.put(Operation.Kind.READ, new ReadExecutor(context));
        executors.put(Operation.Kind.EVALUATE, new EvaluateExecutor(context));
        executors.put(Operation.Kind.OUTPUT, new OutputExecutor(context));
        executors.put(Operation.Kind.CHECK, new CheckExecutor(context, found -> warnings.get()
                .addAll(found)));
    }

    @Override
    public List<ConcurrencyKey> concurrencyKeys(int number) {
        return queueKeys.of(operations.get(number));
    }

    @Override
    public boolean run(int number) {
        Operation operation = operations.get(number);
        if (context.recorder().isBroken()) {
            skipped(number, OptionalInt.empty());
            return false;
        }
        progress.start(number);
        Optional<String> ended = ends(operation) ? id(operation) : Optional.empty();
        Outcome outcome;
        try {
            outcome = executor(operation).run(operation);
        } catch (OperationFailure failure) {
            return failed(number, failure.diagnostics());
        } catch (DiagnosticsException failure) {
            return failed(number, located(failure.diagnostics(), operation));
        } catch (Recorder.AbandonedException abandoned) {
            LOG.debug("{} was abandoned", operation, abandoned);
            return false;
        } catch (RuntimeException bug) {
            LOG.error("operation {} failed", operation, bug);
            return failed(
                    number,
                    located(
                            List.of(Diagnostic.error(
                                    "Corbel failed: " + bug, "This is a bug in Corbel. The log says more.")),
                            operation));
        }
        report(number, outcome, Optional.empty(), List.copyOf(warnings.get()));
        warnings.remove();
        progress.finish(number, outcome, ends(operation) ? ended : id(operation));
        return true;
    }

    private OperationExecutor executor(Operation operation) {
        OperationExecutor executor = executors.get(operation.kind());
        if (executor == null) {
            throw new IllegalStateException("there is no executor for " + operation.kind());
        }
        return executor;
    }

    @Override
    public void skipped(int number, OptionalInt because) {
        Optional<Operation> failed =
                because.isPresent() ? Optional.of(operations.get(because.getAsInt())) : Optional.empty();
        report(number, Outcome.SKIPPED, failed, List.of());
        progress.skip(number, failed);
    }

    /** One report per operation; what did not report is in flight. */
    List<OperationReport> reports() {
        List<OperationReport> all = new ArrayList<>(operations.size());
        for (int number = 0; number < operations.size(); number++) {
            OperationReport report = reports.get(number);
            all.add(
                    report != null
                            ? report
                            : new OperationReport(
                                    number, operations.get(number), Outcome.IN_FLIGHT, Optional.empty(), List.of()));
        }
        return all;
    }

    private boolean failed(int number, List<Diagnostic> diagnostics) {
        warnings.remove();
        report(number, Outcome.FAILED, Optional.empty(), diagnostics);
        progress.fail(number, diagnostics);
        return false;
    }

    private void report(int number, Outcome outcome, Optional<Operation> because, List<Diagnostic> diagnostics) {
        reports.set(number, new OperationReport(number, operations.get(number), outcome, because, diagnostics));
    }

    private static List<Diagnostic> located(List<Diagnostic> diagnostics, Operation operation) {
        return diagnostics.stream()
                .map(each -> each.address().isPresent() || operation.address().isEmpty()
                        ? each
                        : each.at(operation.address().get()))
                .toList();
    }

    /** Tells whether the object is known before alone. */
    private static boolean ends(Operation operation) {
        return operation.kind() == Operation.Kind.DELETE || operation.kind() == Operation.Kind.FORGET;
    }

    /** The id of what the operation is about: a deposed key is that of what ends, or of what a new object replaces. */
    private Optional<String> id(Operation operation) {
        Optional<String> deposed = ends(operation) ? operation.deposedKey() : Optional.empty();
        return operation
                .address()
                .flatMap(address -> context.objects().get(address, deposed))
                .map(StateObject::attributes)
                .map(attributes -> attributes.get("id"))
                .filter(id -> !(id instanceof SensitiveValue))
                .map(id -> id instanceof StringValue text ? text.value() : "")
                .filter(text -> !text.isEmpty());
    }
}
