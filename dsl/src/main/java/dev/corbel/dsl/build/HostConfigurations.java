package dev.corbel.dsl.build;

import dev.corbel.dsl.declare.Settings;
import dev.corbel.dsl.scope.Context;
import dev.corbel.dsl.scope.DeclaredValue;
import dev.corbel.dsl.scope.Scope;
import dev.corbel.providers.api.Provider;
import dev.corbel.providers.api.ProviderKey;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.diagnostic.SourceRange;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The configurations that hosts make, where the provider of their region has such. */
final class HostConfigurations {
    private final Context context;
    private final Settings settings;
    private final ProviderNames names;
    private final Map<ProviderKey, HostConfiguration> all = new LinkedHashMap<>();
    private final Map<Scope, ProviderKey> byHost = new LinkedHashMap<>();

    /**
     * A configuration of a host.
     *
     * @param base the configuration of the region's provider
     * @param region the name that this has there
     */
    record HostConfiguration(Scope host, ProviderKey base, String region) {}

    /** @param names of the configurations but these */
    HostConfigurations(Context context, Settings settings, Regions regions, ProviderNames names) {
        this.context = context;
        this.settings = settings;
        this.names = names;
        regions.all().forEach(this::collect);
    }

    private void collect(Scope region) {
        DeclaredValue.Written provider = region.inputs().get("provider");
        Object written = provider == null ? null : provider.value().plain("provider");
        if (provider == null || !(written instanceof String name) || !configuresHosts(name)) {
            return;
        }
        try {
            names.read(written, provider.valueRange())
                    .ifPresent(named -> Addresses.forEach(region, scope -> add(region, name, named, scope)));
        } catch (DiagnosticsException noted) {
            // The check of the region tells of it.
            context.problems().skipped();
        }
    }

    private boolean configuresHosts(String name) {
        return context.catalog()
                .provider(name.split("\\.", 2)[0])
                .filter(Provider::configuresHosts)
                .isPresent();
    }

    private void add(Scope region, String provider, ProviderNames.Named named, Scope scope) {
        if (!scope.isKind("host")) {
            return;
        }
        String[] parts = provider.split("\\.", 2);
        String label = scope.label();
        ProviderKey key = new ProviderKey(parts[0], parts.length == 1 ? "" + label : parts[1] + "." + label);
        @Nullable SourceRange earlier = earlier(key);
        if (earlier != null) {
            context.problems()
                    .error(
                            "The provider \"" + key + "\" is configured twice",
                            "Each host makes a configuration of its provider, and that of this one was made in "
                                    + earlier.file() + ":" + earlier.line() + ":" + earlier.column() + " before.",
                            "Give one of them another label.",
                            scope.range());
            return;
        }
        String where = named.region().orElse(String.valueOf(region.label()));
        all.put(key, new HostConfiguration(scope, named.base(), where));
        byHost.put(scope, key);
    }

    private @Nullable SourceRange earlier(ProviderKey key) {
        HostConfiguration host = all.get(key);
        Settings.ProviderEntry block = settings.providers().get(key);
        return host != null ? host.host().range() : block == null ? null : block.range();
    }

    Set<ProviderKey> keys() {
        return all.keySet();
    }

    Map<ProviderKey, HostConfiguration> all() {
        return all;
    }

    /** The configuration of the host that something stands in. */
    Optional<ProviderKey> around(Scope scope) {
        return scope.standsIn("host").map(byHost::get);
    }
}
