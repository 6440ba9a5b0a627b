package dev.corbel.emulators.arm;

import dev.corbel.emulators.SharedServers;
import java.time.Duration;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests an {@link ArmServer}: {@code @ExtendWith(ArmExtension.class)}, and a parameter of that type. One server
 * serves all tests of a JVM and is empty before each. Its clock moves by five seconds with each call, so that long
 * operations end after a few polls and nobody waits; a test may hold it.
 */
public final class ArmExtension implements BeforeEachCallback, ParameterResolver {
    private static final Duration STEP = Duration.ofSeconds(5);

    @Override
    public void beforeEach(ExtensionContext context) {
        server().reset();
        server().clock().step(STEP);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == ArmServer.class;
    }

    @Override
    public ArmServer resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return server();
    }

    /** The server of this JVM. */
    public static ArmServer server() {
        return SharedServers.get(ArmServer.class, ArmServer::start);
    }
}
