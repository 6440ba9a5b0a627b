package dev.corbel.emulators.hosts;

import dev.corbel.emulators.Machine;
import dev.corbel.emulators.SharedServers;
import java.util.Optional;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Gives tests {@link TestHosts}: {@code @ExtendWith(TestHostsExtension.class)}, and a parameter of that type. {@link HostSet}
 * says which. One set serves all tests of a JVM that ask for the same hosts; a test that wants new disks asks for them.
 * Where the machine cannot have them, which needs root and Linux, tests are skipped and say so; on CI ({@code CI=true})
 * they fail instead.
 */
public final class TestHostsExtension implements ExecutionCondition, BeforeEachCallback, ParameterResolver {

    /** The answer of this machine, which is asked once. */
    private record Obstacle(Optional<String> reason) {
        static Obstacle ofMachine() {
            return new Obstacle(TestHosts.obstacle());
        }
    }

    @HostSet
    private static final class Usual {}

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        Optional<String> reason =
                SharedServers.get(Obstacle.class, Obstacle::ofMachine).reason();
        return Machine.needs(context, reason.isEmpty(), reason.orElse("this machine has test hosts"));
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        HostSet asked = asked(context);
        if (asked.fresh()) {
            SharedHosts.of(asked).reset();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == TestHosts.class;
    }

    @Override
    public TestHosts resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return SharedHosts.of(asked(context));
    }

    private static HostSet asked(ExtensionContext context) {
        return AnnotationSupport.findAnnotation(context.getElement(), HostSet.class)
                .or(() -> AnnotationSupport.findAnnotation(context.getTestClass(), HostSet.class))
                .orElseGet(() -> AnnotationSupport.findAnnotation(Usual.class, HostSet.class)
                        .orElseThrow());
    }
}
