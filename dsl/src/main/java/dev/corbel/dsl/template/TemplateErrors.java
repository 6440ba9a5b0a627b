package dev.corbel.dsl.template;

import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.diagnostic.SourceRange;
import dev.corbel.providers.api.diagnostic.Suggestion;
import java.util.Collection;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The errors of templates, each at its place in the file. */
final class TemplateErrors {
    private TemplateErrors() {}

    static DiagnosticsException error(String summary, @Nullable String hint, SourceRange range) {
        return new DiagnosticsException(
                Diagnostic.error(summary, "").withHint(hint).at(range));
    }

    static DiagnosticsException undeclared(String name, Collection<String> names, SourceRange range) {
        String hint = Suggestion.didYouMean(name, names)
                .orElse(
                        names.isEmpty()
                                ? "templatefile(…) gives it no names."
                                : "templatefile(…) gives it " + String.join(", ", new TreeSet<>(names)) + ".");
        return error("The template is given no \"" + name + "\"", hint, range);
    }

    /** The error for a key that a map does not have. */
    static DiagnosticsException missing(String key, Collection<String> keys, SourceRange range) {
        String hint = Suggestion.didYouMean(key, keys)
                .orElse(keys.isEmpty() ? "It is empty." : "It has " + String.join(", ", new TreeSet<>(keys)) + ".");
        return error("There is no \"" + key + "\" in this map", hint, range);
    }
}
