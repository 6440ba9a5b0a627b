package dev.corbel.emulators;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests an {@link AzuriteServer}: {@code @ExtendWith(AzuriteExtension.class)}, and a parameter of that type. One
 * server serves all tests of a JVM; each makes a container of its own. Where Node.js is missing the tests are skipped and
 * say so; on CI ({@code CI=true}) they fail instead.
 */
public final class AzuriteExtension implements ExecutionCondition, ParameterResolver {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return Machine.needs(
                context,
                Machine.has("NODE", "node") && Machine.has("NPM", "npm"),
                "azurite needs node and npm, and they are not both on the PATH");
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == AzuriteServer.class;
    }

    @Override
    public AzuriteServer resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return server();
    }

    /** The server of this JVM. */
    public static AzuriteServer server() {
        return SharedServers.get(AzuriteServer.class, AzuriteServer::start);
    }
}
