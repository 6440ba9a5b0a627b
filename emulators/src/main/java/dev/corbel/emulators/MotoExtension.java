package dev.corbel.emulators;

import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests a {@link MotoServer}: {@code @ExtendWith(MotoExtension.class)}, and a parameter of that type. One server
 * serves all tests of a JVM and is empty before each. Where Python is missing the tests are skipped and say so; on CI
 * ({@code CI=true}) they fail instead.
 */
public final class MotoExtension implements ExecutionCondition, BeforeEachCallback, ParameterResolver {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return Machine.needs(
                context, Machine.has("PYTHON", "python3"), "moto_server needs python3 and there is none on the PATH");
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        server().reset();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == MotoServer.class;
    }

    @Override
    public MotoServer resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return server();
    }

    /** The server of this JVM. */
    public static MotoServer server() {
        return SharedServers.get(MotoServer.class, MotoServer::start);
    }
}
