package dev.corbel.emulators;

import java.io.IOException;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests a {@link MotoServer}: {@code @ExtendWith(MotoExtension.class)}, and a parameter of that type. One server
 * serves all tests of a run and is empty before each. Where Python is missing the tests are skipped and say so; on CI
 * ({@code CI=true}) they fail instead.
 */
public final class MotoExtension implements ExecutionCondition, BeforeEachCallback, ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(MotoExtension.class);

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (hasPython() || "true".equals(System.getenv("CI"))) {
            return ConditionEvaluationResult.enabled("Python runs moto_server");
        }
        String reason = "Skipped, since moto_server needs python3 and there is none on the PATH";
        System.out.println(context.getDisplayName() + ": " + reason);
        return ConditionEvaluationResult.disabled(reason);
    }

    private static boolean hasPython() {
        String python = System.getenv().getOrDefault("PYTHON", "python3");
        try {
            Process process = new ProcessBuilder(python, "--version")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor() == 0;
        } catch (IOException none) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        server(context).reset();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == MotoServer.class;
    }

    @Override
    public MotoServer resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return server(context);
    }

    /** The server of this run; JUnit closes what its store holds at the end. */
    public static MotoServer server(ExtensionContext context) {
        Store store = context.getRoot().getStore(NAMESPACE);
        return store.getOrComputeIfAbsent(MotoServer.class, key -> MotoServer.start(), MotoServer.class);
    }
}
