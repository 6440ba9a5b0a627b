package dev.corbel.emulators;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests a {@link PgBouncer} before the {@link PostgresServer}: {@code @ExtendWith({PostgresExtension.class,
 * PgBouncerExtension.class})}, and a parameter of that type. Where there is no such program and none can be fetched the
 * tests are skipped and say so; on CI ({@code CI=true}) they fail instead.
 */
public final class PgBouncerExtension implements ExecutionCondition, ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(PgBouncerExtension.class);

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
        Store store = context.getRoot().getStore(NAMESPACE);
        return store.getOrComputeIfAbsent(
                PgBouncer.class, key -> PgBouncer.start(PostgresExtension.server(context)), PgBouncer.class);
    }
}
