package dev.corbel.emulators.proxy;

import dev.corbel.emulators.MotoExtension;
import dev.corbel.emulators.SharedServers;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests an {@link AwsProxy} in front of the emulator: {@code @ExtendWith({MotoExtension.class,
 * ProxyExtension.class})}, and a parameter of that type. One proxy serves all tests of a JVM and is as new before each.
 */
public final class ProxyExtension implements BeforeEachCallback, ParameterResolver {
    @Override
    public void beforeEach(ExtensionContext context) {
        proxy().reset();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == AwsProxy.class;
    }

    @Override
    public AwsProxy resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return proxy();
    }

    private static AwsProxy proxy() {
        return SharedServers.get(
                AwsProxy.class, () -> AwsProxy.before(MotoExtension.server().endpoint()));
    }
}
