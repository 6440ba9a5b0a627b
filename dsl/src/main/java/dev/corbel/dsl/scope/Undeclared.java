package dev.corbel.dsl.scope;

import dev.corbel.dsl.program.Problem;
import dev.corbel.providers.api.ProviderCatalog;
import dev.corbel.providers.api.diagnostic.SourceRange;
import dev.corbel.providers.api.diagnostic.Suggestion;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Makes the errors for names that lead nowhere. */
public final class Undeclared {
    private Undeclared() {}

    /** A name that is written like a type, but is none. */
    public static RuntimeException type(Context context, String name, SourceRange range) {
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

    /** The outputs that can be read of a scope. */
    public static Set<String> outputs(Scope scope) {
        Set<String> names = new TreeSet<>(scope.outputs().keySet());
        if (scope.type() != null) {
            names.addAll(scope.type().outputs().keySet());
        }
        return names;
    }

    public static RuntimeException output(Scope scope, String name, Reference reference) {
        Set<String> names = outputs(scope);
        names.addAll(scope.components().keySet());
        return Problem.error(
                "There is no output \"" + name + "\" in " + scope.title(),
                names.isEmpty() ? "It has none." : "It has " + String.join(", ", names) + ".",
                Suggestion.didYouMean(name, names).orElse(null),
                reference.range());
    }

    /** The error for a provider that is not at hand. */
    public static RuntimeException provider(ProviderCatalog catalog, String name, SourceRange range) {
        return Problem.error(
                "There is no provider \"" + name + "\"",
                "The providers at hand are " + String.join(", ", catalog.names()) + ".",
                Suggestion.didYouMean(name, catalog.names()).orElse(null),
                range);
    }
}
