package dev.corbel.emulators;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests a {@link LocalStackServer}: {@code @ExtendWith(LocalStackExtension.class)}, and a parameter of that type.
 * One server serves all tests of a run. What it needs is half a gigabyte, so tests run only with {@code
 * CORBEL_LOCALSTACK=true} or on CI ({@code CI=true}), and else are skipped and say so.
 */
public final class LocalStackExtension implements ExecutionCondition, ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(LocalStackExtension.class);

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if ("true".equals(System.getenv("CORBEL_LOCALSTACK")) || "true".equals(System.getenv("CI"))) {
            return ConditionEvaluationResult.enabled("LocalStack is asked for");
        }
        String reason = "Skipped, since LocalStack is large: CORBEL_LOCALSTACK=true runs it";
        System.out.println(context.getDisplayName() + ": " + reason);
        return ConditionEvaluationResult.disabled(reason);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == LocalStackServer.class;
    }

    @Override
    public LocalStackServer resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(LocalStackServer.class, key -> LocalStackServer.start(), LocalStackServer.class);
    }
}
