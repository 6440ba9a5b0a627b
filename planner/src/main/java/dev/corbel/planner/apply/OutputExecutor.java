package dev.corbel.planner.apply;

import dev.corbel.dsl.model.OutputDeclaration;
import dev.corbel.planner.apply.OperationReport.Outcome;
import dev.corbel.planner.plan.Operation;
import dev.corbel.planner.plan.PlanMode;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.expression.Evaluation;
import dev.corbel.providers.api.value.Value;
import dev.corbel.state.model.OutputValue;
import dev.corbel.state.model.StateChange;
import java.util.List;
import java.util.Optional;

/** Computes an output and stores it; one that is no longer declared, or that goes with everything, is removed. */
final class OutputExecutor implements OperationExecutor {
    private final ExecutionContext context;

    OutputExecutor(ExecutionContext context) {
        this.context = context;
    }

    @Override
    public Outcome run(Operation operation) throws OperationFailure {
        String name = operation.name().orElseThrow();
        Optional<OutputDeclaration> declaration = context.declarations().output(name);
        if (declaration.isEmpty() || context.plan().mode() == PlanMode.DESTROY) {
            context.recorder().note(List.of(new StateChange.RemoveOutput(name)));
            return Outcome.DONE;
        }
        Value value = value(declaration.get());
        if (!value.isWhollyKnown()) {
            // A refresh finds out what is no longer there, and makes nothing that could tell more.
            if (context.plan().mode() == PlanMode.REFRESH_ONLY) {
                context.recorder().note(List.of(new StateChange.RemoveOutput(name)));
                return Outcome.DONE;
            }
            throw new OperationFailure(Diagnostic.error(
                            "The output \"" + name + "\" is still not known",
                            "It comes from something that was not applied: left out of this plan, or not there.")
                    .at(declaration.get().range()));
        }
        boolean sensitive = declaration.get().sensitive() || value.containsSensitive();
        OutputValue output = new OutputValue(sensitive && !value.isNull() ? Value.sensitive(value) : value, sensitive);
        if (!output.equals(context.plan().prior().outputs().get(name))) {
            context.recorder().note(List.of(new StateChange.PutOutput(name, output)));
        }
        return Outcome.DONE;
    }

    private Value value(OutputDeclaration declaration) throws OperationFailure {
        Value value;
        try {
            value = new Evaluation(context.values()).evaluate(declaration.value());
        } catch (DiagnosticsException problem) {
            throw new OperationFailure(problem.diagnostics().stream()
                            .map(each -> each.range().isPresent() ? each : each.at(declaration.range()))
                            .toList())
                    .because(problem);
        }
        return value;
    }
}
