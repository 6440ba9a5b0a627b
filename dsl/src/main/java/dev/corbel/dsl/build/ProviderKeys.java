package dev.corbel.dsl.build;

import dev.corbel.dsl.declare.Settings;
import dev.corbel.dsl.declare.Settings.ProviderEntry;
import dev.corbel.dsl.model.Argument;
import dev.corbel.dsl.model.ProviderDeclaration;
import dev.corbel.dsl.program.Placeholder;
import dev.corbel.dsl.program.Problem;
import dev.corbel.dsl.scope.Context;
import dev.corbel.dsl.scope.DeclaredValue;
import dev.corbel.dsl.scope.ResourceEntry;
import dev.corbel.dsl.scope.Scope;
import dev.corbel.providers.api.Provider;
import dev.corbel.providers.api.ProviderKey;
import dev.corbel.providers.api.diagnostic.SourceRange;
import dev.corbel.providers.api.expression.Expression;
import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.value.Value;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the provider configuration of each resource: its own, that of the host or the region around, or the default. */
final class ProviderKeys {
    private static final String REGION = "region";
    private static final String NAME = "name";

    private final Context context;
    private final Settings settings;
    private final ArgumentLinker arguments;
    private final ProviderNames names;
    private final HostConfigurations hosts;
    private final Map<ProviderKey, ProviderDeclaration> declarations = new LinkedHashMap<>();
    private final Map<Scope, Map<String, ProviderKey>> inScope = new HashMap<>();

    ProviderKeys(
            Context context,
            Settings settings,
            ArgumentLinker arguments,
            ProviderNames names,
            HostConfigurations hosts) {
        this.context = context;
        this.settings = settings;
        this.arguments = arguments;
        this.names = names;
        this.hosts = hosts;
        settings.providers().forEach((key, entry) -> declarations.put(key, declaration(key, entry, null)));
        hosts.all().forEach((key, host) -> declarations.put(key, ofHost(key, host)));
    }

    Map<ProviderKey, ProviderDeclaration> declarations() {
        return declarations;
    }

    /** The configuration for a resource of this type in this scope. */
    ProviderKey of(String type, Scope scope, ResourceEntry.@Nullable Special own) {
        String provider = context.providerOf(type).map(Provider::name).orElseThrow();
        if (own != null && own.value() != null && own.value() != Placeholder.VALUE) {
            return named(own.value(), provider, own.range());
        }
        return inScope.computeIfAbsent(scope, key -> new HashMap<>())
                .computeIfAbsent(provider, name -> ofScope(name, scope));
    }

    private ProviderKey ofScope(String provider, Scope scope) {
        return hosts.around(scope)
                .filter(key -> key.provider().equals(provider))
                .orElseGet(() -> ofRegion(provider, scope));
    }

    private ProviderKey ofRegion(String provider, Scope scope) {
        Optional<Scope> region = scope.region();
        DeclaredValue.Written written =
                region.map(found -> found.inputs().get("provider")).orElse(null);
        Object name = written == null ? null : written.value().plain("provider");
        if (written == null || region.isEmpty() || name == null) {
            return used(ProviderKey.of(provider));
        }
        return names.read(name, written.valueRange())
                .filter(named -> named.base().provider().equals(provider))
                .map(this::key)
                .map(base -> used(inRegion(base, String.valueOf(region.get().label()))))
                .orElseGet(() -> used(ProviderKey.of(provider)));
    }

    /** The configuration that a resource names for itself. */
    private ProviderKey named(@Nullable Object name, String provider, SourceRange range) {
        ProviderNames.Named named = names.read(name, range).orElseThrow();
        if (!named.base().provider().equals(provider)) {
            throw Problem.error(
                    "The provider \"" + named.base().provider() + "\" does not have this type",
                    "",
                    "It belongs to \"" + provider + "\".",
                    range);
        }
        return used(key(named));
    }

    private ProviderKey key(ProviderNames.Named named) {
        return named.region().map(region -> inRegion(named.base(), region)).orElse(named.base());
    }

    private ProviderKey inRegion(ProviderKey base, String region) {
        if (!isRegional(base)) {
            return base;
        }
        String configuration = base.configuration().isEmpty() ? region : base.configuration() + "." + region;
        ProviderKey key = new ProviderKey(base.provider(), configuration);
        if (!declarations.containsKey(key)) {
            declarations.put(key, declaration(key, settings.providers().get(base), region));
        }
        return key;
    }

    /** Makes sure that the configuration is there. */
    private ProviderKey used(ProviderKey key) {
        if (!declarations.containsKey(key)) {
            declarations.put(key, declaration(key, null, null));
        }
        return key;
    }

    private boolean isRegional(ProviderKey key) {
        return context.catalog()
                .provider(key.provider())
                .map(provider -> provider.configuration().attribute(REGION) != null)
                .orElse(false);
    }

    private ProviderDeclaration declaration(ProviderKey key, @Nullable ProviderEntry entry, @Nullable String region) {
        Map<String, Argument> linked = base(entry, region);
        if (entry == null) {
            checkRequired(key, linked, null);
        }
        return new ProviderDeclaration(key, linked, Optional.ofNullable(entry).map(ProviderEntry::range));
    }

    private Map<String, Argument> base(@Nullable ProviderEntry entry, @Nullable String region) {
        Map<String, Argument> linked =
                new LinkedHashMap<>(entry == null ? Map.of() : arguments.link(entry.arguments()));
        if (region != null) {
            SourceRange where = entry == null ? SourceRange.at("", 1, 1) : entry.range();
            linked.put(REGION, new Argument(Expression.of(Value.of(region)), where));
        }
        return linked;
    }

    /** That of the region, with what the host says itself. */
    private ProviderDeclaration ofHost(ProviderKey key, HostConfigurations.HostConfiguration configuration) {
        ProviderEntry entry = settings.providers().get(configuration.base());
        Map<String, Argument> linked = base(entry, isRegional(key) ? configuration.region() : null);
        Scope host = configuration.host();
        SourceRange range = Objects.requireNonNull(host.range());
        Schema schema = context.catalog().provider(key.provider()).orElseThrow().configuration();
        if (schema.attribute(NAME) != null) {
            linked.put(NAME, new Argument(Expression.of(Value.of(String.valueOf(host.label()))), range));
        }
        arguments.link(host.inputs()).forEach((name, argument) -> {
            if (schema.attribute(name) != null) {
                linked.put(name, argument);
            }
        });
        checkRequired(key, linked, range);
        return new ProviderDeclaration(key, linked, Optional.of(range));
    }

    private void checkRequired(ProviderKey key, Map<String, Argument> linked, @Nullable SourceRange range) {
        context.catalog()
                .provider(key.provider())
                .ifPresent(provider -> provider.configuration().attributes().values().stream()
                        .filter(Attribute::isRequired)
                        .filter(attribute -> !linked.containsKey(attribute.name()))
                        .forEach(attribute -> context.problems()
                                .error(
                                        "The provider \"" + key.provider() + "\" needs \"" + attribute.name() + "\"",
                                        attribute.description(),
                                        "Declare it: provider('" + key.provider() + "') { " + attribute.name()
                                                + " = … }",
                                        range)));
    }
}
