package dev.corbel.planner.session;

import dev.corbel.providers.api.Provider;
import dev.corbel.providers.api.ProviderCatalog;
import dev.corbel.providers.api.ProviderContext;
import dev.corbel.providers.api.Session;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.value.MapValue;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The open sessions of a run, one per provider and configuration, shared by planning and applying. A session opens when
 * it is first asked for; one that failed to open fails again at once with the same problem.
 */
public final class Sessions implements AutoCloseable {
    private final ProviderCatalog catalog;
    private final ProviderContext context;
    private final Map<Identity, Opening> openings = new ConcurrentHashMap<>();

    private record Identity(String provider, MapValue configuration) {}

    public Sessions(ProviderCatalog catalog, ProviderContext context) {
        this.catalog = catalog;
        this.context = context;
    }

    /**
     * The session of this configuration. What keeps it from opening is said to be the session's, not an object's.
     *
     * @param configuration complete, with defaults, wholly known; what is marked as sensitive in it no failure quotes
     * @throws DiagnosticsException where there is no such provider or its session does not open
     */
    public Session open(String provider, MapValue configuration) {
        Identity identity = new Identity(provider, configuration.fullyUnmarked());
        return openings.computeIfAbsent(identity, key -> opening(key, QuotedSecrets.of(configuration)))
                .session();
    }

    /** The location that a configuration points to, in one spelling for one place; empty where there is no such provider. */
    public MapValue location(String provider, MapValue configuration) {
        return catalog.provider(provider)
                .map(found -> found.location(configuration, context))
                .orElse(MapValue.EMPTY);
    }

    private Opening opening(Identity identity, QuotedSecrets secrets) {
        return new Opening(
                () -> secrets.keepFrom(() -> opened(provider(identity.provider()), identity.configuration())));
    }

    private Session opened(Provider provider, MapValue configuration) {
        try {
            return provider.open(configuration, context);
        } catch (DiagnosticsException problem) {
            throw new DiagnosticsException(
                    problem.diagnostics().stream().map(Diagnostic::ofSession).toList(), problem);
        }
    }

    private Provider provider(String name) {
        return provider(catalog, name);
    }

    /**
     * The provider of a name.
     *
     * @throws DiagnosticsException where this installation has none of it
     */
    public static Provider provider(ProviderCatalog catalog, String name) {
        return catalog.provider(name)
                .orElseThrow(() -> new DiagnosticsException(Diagnostic.error(
                        "Provider \"" + name + "\" not found",
                        "This installation of Corbel has: " + String.join(", ", catalog.names()) + ".")));
    }

    @Override
    public void close() {
        openings.values().forEach(Opening::close);
        openings.clear();
    }
}
