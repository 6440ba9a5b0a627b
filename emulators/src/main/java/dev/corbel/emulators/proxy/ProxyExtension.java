package dev.corbel.emulators.proxy;

import dev.corbel.emulators.MotoExtension;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests an {@link AwsProxy} in front of the emulator: {@code @ExtendWith({MotoExtension.class,
 * ProxyExtension.class})}, and a parameter of that type. One proxy serves all tests of a run and is as new before each.
 */
public final class ProxyExtension implements BeforeEachCallback, ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(ProxyExtension.class);

    @Override
    public void beforeEach(ExtensionContext context) {
        proxy(context).reset();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == AwsProxy.class;
    }

    @Override
    public AwsProxy resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return proxy(context);
    }

    private static AwsProxy proxy(ExtensionContext context) {
        Store store = context.getRoot().getStore(NAMESPACE);
        return store.getOrComputeIfAbsent(
                AwsProxy.class,
                key -> AwsProxy.before(MotoExtension.server(context).endpoint()),
                AwsProxy.class);
    }
}
