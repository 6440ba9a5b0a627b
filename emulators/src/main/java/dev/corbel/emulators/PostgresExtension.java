package dev.corbel.emulators;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests a {@link PostgresServer}: {@code @ExtendWith(PostgresExtension.class)}, and a parameter of that type. One
 * server serves all tests of a JVM; each makes a database of its own. PostgreSQL does not run as root, so root needs
 * {@code unshare}; where that does not work the tests are skipped and say so, and on CI ({@code CI=true}) they fail.
 */
public final class PostgresExtension implements ExecutionCondition, ParameterResolver {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        boolean isRoot = "root".equals(System.getProperty("user.name"));
        return Machine.needs(
                context,
                !isRoot || Machine.runs("unshare", "-U", "true"),
                "PostgreSQL does not run as root, and unshare -U does not work here");
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == PostgresServer.class;
    }

    @Override
    public PostgresServer resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return server();
    }

    /** The server of this JVM. */
    public static PostgresServer server() {
        return SharedServers.get(PostgresServer.class, PostgresServer::start);
    }
}
