package dev.corbel.dsl.build;

import dev.corbel.dsl.program.Deferred;
import dev.corbel.dsl.program.Placeholder;
import dev.corbel.dsl.program.Problem;
import dev.corbel.dsl.program.Refusal;
import dev.corbel.dsl.program.SensitiveText;
import dev.corbel.dsl.scope.Undeclared;
import dev.corbel.providers.api.ProviderCatalog;
import dev.corbel.providers.api.ProviderKey;
import dev.corbel.providers.api.diagnostic.SourceRange;
import dev.corbel.providers.api.diagnostic.Suggestion;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads what is written for {@code provider}: {@code 'aws'}, {@code 'aws.alias'}, {@code 'aws.region'} or
 * {@code 'aws.alias.region'}. A name that leads nowhere is an error, since what it stands at would yield nothing.
 */
final class ProviderNames {
    private final ProviderCatalog catalog;
    private final Set<ProviderKey> configured;
    private final Set<String> regions;

    /**
     * A configuration that was named.
     *
     * @param base the one that has a block or is a host's, or the default one
     * @param region the region that the name chooses for it
     */
    record Named(ProviderKey base, Optional<String> region) {}

    /**
     * @param configured those that have a block, or are a host's
     * @param regions the labels of the definition's regions, and their backup regions
     */
    ProviderNames(ProviderCatalog catalog, Set<ProviderKey> configured, Set<String> regions) {
        this.catalog = catalog;
        this.configured = configured;
        this.regions = regions;
    }

    /** The same with more configurations. */
    ProviderNames and(Set<ProviderKey> more) {
        Set<ProviderKey> all = new LinkedHashSet<>(configured);
        all.addAll(more);
        return new ProviderNames(catalog, all, regions);
    }

    /** The configuration that is named; empty where this run does not have the value. */
    Optional<Named> read(@Nullable Object written, SourceRange range) {
        if (written == Placeholder.VALUE) {
            return Optional.empty();
        }
        if (written instanceof String name) {
            return Optional.of(named(name, range));
        }
        throw Problem.error(
                written instanceof Deferred
                        ? "\"provider\" must be known while the definition is evaluated"
                        : "\"provider\" must be a string",
                written instanceof SensitiveText
                        ? "It is sensitive, so it must not steer what the definition says."
                        : written instanceof Deferred reference ? Refusal.reason(reference) : "",
                "Write provider = 'NAME' or provider = 'NAME.ALIAS'.",
                range);
    }

    private Named named(String name, SourceRange range) {
        String[] parts = name.split("\\.", 2);
        String provider = parts[0];
        if (catalog.provider(provider).isEmpty()) {
            throw Undeclared.provider(catalog, provider, range);
        }
        if (parts.length == 1) {
            return new Named(ProviderKey.of(provider), Optional.empty());
        }
        String configuration = parts[1];
        if (configuration.isEmpty() || configuration.startsWith(".")) {
            throw unconfigured(name, provider, "", range);
        }
        ProviderKey key = new ProviderKey(provider, configuration);
        if (configured.contains(key)) {
            return new Named(key, Optional.empty());
        }
        int dot = configuration.lastIndexOf('.');
        String region = configuration.substring(dot + 1);
        ProviderKey base = new ProviderKey(provider, dot < 0 ? "" : configuration.substring(0, dot));
        if (regions.contains(region) && (dot < 0 || configured.contains(base))) {
            return new Named(base, Optional.of(region));
        }
        throw unconfigured(name, provider, configuration, range);
    }

    private RuntimeException unconfigured(String name, String provider, String alias, SourceRange range) {
        Set<String> known = new TreeSet<>();
        configured.stream().filter(key -> key.provider().equals(provider)).forEach(key -> known.add(key.toString()));
        return Problem.error(
                "There is no provider \"" + name + "\"",
                known.isEmpty() ? "" : "Configured are " + String.join(", ", known) + ".",
                alias.isEmpty()
                        ? "Write '" + provider + "' for the default one."
                        : Suggestion.didYouMean(name, known)
                                .orElse("Declare it: provider('" + provider + "', alias: '" + alias + "') { … }"),
                range);
    }
}
