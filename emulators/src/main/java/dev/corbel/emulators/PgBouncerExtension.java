package dev.corbel.emulators;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests a {@link PgBouncer} before the {@link PostgresServer}: {@code @ExtendWith({PostgresExtension.class,
 * PgBouncerExtension.class})}, and a parameter of that type. Where there is no such program and none can be fetched the
 * tests are skipped and say so; on CI ({@code CI=true}) they fail instead.
 */
public final class PgBouncerExtension implements ExecutionCondition, ParameterResolver {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return Machine.needs(
                context, PgBouncer.isThere(), "there is no pgbouncer on this machine, and no package of it");
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == PgBouncer.class;
    }

    @Override
    public PgBouncer resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return SharedServers.get(PgBouncer.class, () -> PgBouncer.start(PostgresExtension.server()));
    }
}
