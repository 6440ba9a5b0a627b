package dev.corbel.emulators;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Runs tests that use a {@link PlanReader} where there is Python. Elsewhere they are skipped and say so; on CI
 * ({@code CI=true}) they fail instead.
 */
public final class PlanReaderExtension implements ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return Machine.needs(
                context,
                Machine.has("PYTHON", "python3"),
                "readers of plans need python3 and there is none on the PATH");
    }
}
