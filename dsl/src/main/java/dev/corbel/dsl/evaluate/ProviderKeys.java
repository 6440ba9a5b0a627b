package dev.corbel.dsl.evaluate;

import dev.corbel.dsl.evaluate.Settings.ProviderEntry;
import dev.corbel.dsl.model.Argument;
import dev.corbel.dsl.model.ProviderDeclaration;
import dev.corbel.dsl.program.Placeholder;
import dev.corbel.providers.api.Provider;
import dev.corbel.providers.api.ProviderKey;
import dev.corbel.providers.api.diagnostic.SourceRange;
import dev.corbel.providers.api.diagnostic.Suggestion;
import dev.corbel.providers.api.expression.Expression;
import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.value.Value;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds the provider configuration of each resource: its own, that of the region around, or the default. */
final class ProviderKeys {
    private static final String REGION = "region";

    private final Context context;
    private final Settings settings;
    private final Arguments arguments;
    private final Set<String> regions = new TreeSet<>();
    private final Map<ProviderKey, ProviderDeclaration> declarations = new LinkedHashMap<>();
    private final Map<Space, Map<String, ProviderKey>> inSpace = new HashMap<>();

    ProviderKeys(Context context, Settings settings, Arguments arguments, Space environment) {
        this.context = context;
        this.settings = settings;
        this.arguments = arguments;
        environment.components().getOrDefault(REGION, Map.of()).values().forEach(region -> {
            regions.add(String.valueOf(region.label()));
            Raw.Written backup = region.inputs().get("backupRegion");
            if (backup != null && ComponentView.plain(backup.raw(), "backupRegion") instanceof String name) {
                regions.add(name);
            }
        });
        settings.providers().forEach((key, entry) -> declarations.put(key, declaration(key, entry, null)));
    }

    Map<ProviderKey, ProviderDeclaration> declarations() {
        return declarations;
    }

    /** The configuration for a resource of this type in this place. */
    ProviderKey of(String type, Space space, ResourceEntry.@Nullable Special own) {
        String provider = context.providerOf(type).map(Provider::name).orElseThrow();
        if (own != null && own.value() != null && own.value() != Placeholder.VALUE) {
            if (!(own.value() instanceof String name)) {
                throw BlockReceiver.error(
                        "\"provider\" must be a string", "", "Write provider = '" + provider + ".ALIAS'.", own.range());
            }
            return used(named(name, provider, own.range()), null);
        }
        return inSpace.computeIfAbsent(space, key -> new HashMap<>())
                .computeIfAbsent(provider, name -> ofPlace(name, space));
    }

    private ProviderKey ofPlace(String provider, Space space) {
        Optional<Space> region = space.enclosing(REGION);
        Raw.Written written =
                region.map(found -> found.inputs().get("provider")).orElse(null);
        if (region.isPresent()
                && written != null
                && ComponentView.plain(written.raw(), "provider") instanceof String name
                && name.split("\\.", 2)[0].equals(provider)) {
            ProviderKey base = named(name, provider, written.range());
            return used(inRegion(base, String.valueOf(region.get().label())), null);
        }
        return used(ProviderKey.of(provider), null);
    }

    /** The key that {@code aws}, {@code aws.alias}, {@code aws.region} or {@code aws.alias.region} names. */
    private ProviderKey named(String name, String provider, SourceRange range) {
        String[] parts = name.split("\\.", 2);
        if (!parts[0].equals(provider)) {
            throw BlockReceiver.error(
                    "The provider \"" + parts[0] + "\" does not have this type",
                    "",
                    "It belongs to \"" + provider + "\".",
                    range);
        }
        if (parts.length == 1) {
            return ProviderKey.of(provider);
        }
        ProviderKey key = new ProviderKey(provider, parts[1]);
        if (settings.providers().containsKey(key)) {
            return key;
        }
        int dot = parts[1].lastIndexOf('.');
        String region = parts[1].substring(dot + 1);
        ProviderKey base = new ProviderKey(provider, dot < 0 ? "" : parts[1].substring(0, dot));
        if (regions.contains(region) && (dot < 0 || settings.providers().containsKey(base))) {
            return inRegion(base, region);
        }
        Set<String> known = new TreeSet<>();
        settings.providers().keySet().forEach(declared -> known.add(declared.toString()));
        throw BlockReceiver.error(
                "There is no provider \"" + name + "\"",
                "",
                Suggestion.didYouMean(name, known)
                        .orElse("Declare it: provider('" + provider + "', alias: '" + parts[1] + "') { … }"),
                range);
    }

    private ProviderKey inRegion(ProviderKey base, String region) {
        boolean regional = context.catalog()
                .provider(base.provider())
                .map(provider -> provider.configuration().attribute(REGION) != null)
                .orElse(false);
        if (!regional) {
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
    ProviderKey used(ProviderKey key, @Nullable SourceRange range) {
        if (!declarations.containsKey(key)) {
            declarations.put(key, declaration(key, null, null));
        }
        return key;
    }

    private ProviderDeclaration declaration(ProviderKey key, @Nullable ProviderEntry entry, @Nullable String region) {
        Map<String, Argument> linked =
                new LinkedHashMap<>(entry == null ? Map.of() : arguments.link(entry.arguments()));
        Optional<SourceRange> range = entry == null ? Optional.empty() : Optional.of(entry.range());
        if (region != null) {
            SourceRange where = range.orElse(SourceRange.at("", 1, 1));
            linked.put(REGION, new Argument(Expression.of(Value.of(region)), where));
        }
        if (entry == null) {
            context.catalog()
                    .provider(key.provider())
                    .ifPresent(provider -> provider.configuration().attributes().values().stream()
                            .filter(Attribute::isRequired)
                            .filter(attribute -> !linked.containsKey(attribute.name()))
                            .forEach(attribute -> context.problems()
                                    .error(
                                            "The provider \"" + key.provider() + "\" needs \"" + attribute.name()
                                                    + "\"",
                                            attribute.description(),
                                            "Declare it: provider('" + key.provider() + "') { " + attribute.name()
                                                    + " = … }",
                                            null)));
        }
        return new ProviderDeclaration(key, linked, range);
    }
}
