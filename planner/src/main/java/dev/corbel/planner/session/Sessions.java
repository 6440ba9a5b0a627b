package dev.corbel.planner.session;

import dev.corbel.planner.secrets.QuotedSecrets;
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
     * The session of this configuration.
     *
     * @param configuration complete, with defaults, wholly known; what is marked as sensitive in it no failure quotes
     * @throws DiagnosticsException where there is no such provider or its session does not open
     */
    public Session open(String provider, MapValue configuration) {
        Identity identity = new Identity(provider, configuration.fullyUnmarked());
        return openings.computeIfAbsent(identity, key -> opening(key, QuotedSecrets.of(configuration)))
                .session();
    }

    private Opening opening(Identity identity, QuotedSecrets secrets) {
        return new Opening(
                () -> secrets.keepFrom(() -> provider(identity.provider()).open(identity.configuration(), context)));
    }

    private Provider provider(String name) {
        return catalog.provider(name)
                .orElseThrow(() -> new DiagnosticsException(Diagnostic.error(
                        "There is no provider \"" + name + "\"",
                        "This installation of Corbel has: " + String.join(", ", catalog.names()) + ".")));
    }

    @Override
    public void close() {
        openings.values().forEach(Opening::close);
        openings.clear();
    }
}
