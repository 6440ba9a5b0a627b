package dev.corbel.emulators;

import java.io.UncheckedIOException;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests a {@link LocalStackServer}: {@code @ExtendWith(LocalStackExtension.class)}, and a parameter of that type.
 * One server serves all tests of a JVM. Its first start downloads half a gigabyte; {@code CORBEL_LOCALSTACK=false} does
 * without. There, and where it cannot be made to run, the tests are skipped and say so; on CI ({@code CI=true}) they fail
 * instead.
 */
public final class LocalStackExtension implements ExecutionCondition, ParameterResolver {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if ("true".equals(System.getenv("CI"))) {
            return ConditionEvaluationResult.enabled("LocalStack must run on CI");
        }
        if ("false".equals(System.getenv("CORBEL_LOCALSTACK"))) {
            return Machine.uses(context, false, "CORBEL_LOCALSTACK is false");
        }
        try {
            server();
            return Machine.uses(context, true, "");
        } catch (IllegalStateException | UncheckedIOException failure) {
            return Machine.uses(context, false, "LocalStack does not run here: " + failure.getMessage());
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == LocalStackServer.class;
    }

    @Override
    public LocalStackServer resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return server();
    }

    private static LocalStackServer server() {
        return SharedServers.get(LocalStackServer.class, LocalStackServer::start);
    }
}
