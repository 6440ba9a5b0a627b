package dev.corbel.planner.apply;

import dev.corbel.dsl.model.CheckDeclaration;
import dev.corbel.planner.apply.OperationReport.Outcome;
import dev.corbel.planner.plan.Operation;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Evaluates a check block; what does not hold is a warning and stops nothing. */
final class CheckExecutor implements OperationExecutor {
    private final ExecutionContext context;
    private final Consumer<List<Diagnostic>> warnings;

    CheckExecutor(ExecutionContext context, Consumer<List<Diagnostic>> warnings) {
        this.context = context;
        this.warnings = warnings;
    }

    @Override
    public Outcome run(Operation operation) {
        String name = operation.name().orElseThrow();
        Optional<CheckDeclaration> declaration = context.declarations().check(name);
        declaration.ifPresent(check -> warnings.accept(context.conditions().check(name, check.conditions())));
        return Outcome.DONE;
    }
}
