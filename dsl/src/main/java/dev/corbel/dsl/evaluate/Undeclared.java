package dev.corbel.dsl.evaluate;

import dev.corbel.providers.api.ProviderCatalog;
import dev.corbel.dsl.program.Problem;
import dev.corbel.providers.api.diagnostic.SourceRange;
import dev.corbel.providers.api.diagnostic.Suggestion;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Makes the errors for names that lead nowhere. */
final class Undeclared {
    private Undeclared() {}

    /** A name that is written like a type, but is none. */
    static RuntimeException type(Context context, String name, SourceRange range) {
        List<String> types = context.catalog().resourceTypeNames();
        String provider = name.substring(0, name.indexOf('_') + 1);
        boolean likeType = types.stream().anyMatch(type -> type.startsWith(provider));
        Optional<String> closest = Suggestion.didYouMean(name, types);
        return Problem.error(
                likeType || closest.isPresent()
                        ? "There is no resource type \"" + name + "\""
                        : "The name \"" + name + "\" is not declared",
                "",
                closest.orElse(null),
                range);
    }

    /** The outputs that can be read of a place. */
    static Set<String> outputs(Space space) {
        Set<String> names = new TreeSet<>(space.outputs().keySet());
        if (space.type() != null) {
            names.addAll(space.type().outputs().keySet());
        }
        return names;
    }

    static RuntimeException output(Space space, String name, Reference reference) {
        Set<String> names = outputs(space);
        names.addAll(space.components().keySet());
        return Problem.error(
                "There is no output \"" + name + "\" in " + space.title(),
                names.isEmpty() ? "It has none." : "It has " + String.join(", ", names) + ".",
                Suggestion.didYouMean(name, names).orElse(null),
                reference.range());
    }

    /** The error for a provider that is not at hand. */
    static RuntimeException provider(ProviderCatalog catalog, String name, SourceRange range) {
        return Problem.error(
                "There is no provider \"" + name + "\"",
                "The providers at hand are " + String.join(", ", catalog.names()) + ".",
                Suggestion.didYouMean(name, catalog.names()).orElse(null),
                range);
    }
}
