package dev.corbel.dsl.library;

import dev.corbel.providers.api.diagnostic.Suggestion;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The words in which something that is not in the list is refused, when a program is built and when it runs. */
public record Denial(
        String summary, String detail, @Nullable String hint) {
    private static final String DOCUMENT = "docs/language.md lists the classes and methods that a definition can use.";

    /**
     * A type that cannot be named.
     *
     * @param written as it stands in the file
     */
    public static Denial ofType(String className, String written) {
        return Reasons.ofType(className)
                .map(dependsOn -> unrepeatable(written, dependsOn))
                .orElseGet(() -> new Denial(
                        "\"" + written + "\" is not available in a definition",
                        "A definition works with texts, numbers, collections, given dates and the like.",
                        DOCUMENT));
    }

    /** A type that can be named, but not made, or not with what is given. */
    public static Denial ofMaking(String written) {
        return new Denial("\"" + written + "\" is not available in a definition", "", DOCUMENT);
    }

    /** A method that no value has. */
    public static Denial ofMethod(String method, String written) {
        return Reasons.ofMethod(method)
                .map(dependsOn -> unrepeatable(written, dependsOn))
                .orElseGet(() -> new Denial(
                        "There is no method \"" + method + "\"",
                        "No value of a definition has it.",
                        Suggestion.didYouMean(method, Library.methods()).orElse(DOCUMENT)));
    }

    /** A method or property that a type which is named does not have. */
    public static Denial ofStatic(String className, String name, String written) {
        return Reasons.ofStatic(className, name)
                .map(dependsOn -> unrepeatable(written, dependsOn))
                .orElseGet(() -> ofMaking(written));
    }

    /** A method that other values have, or that would reach beyond the definition. */
    public static Optional<Denial> ofKnownMethod(String method) {
        return Reasons.ofMethod(method).map(dependsOn -> unrepeatable(method + "()", dependsOn));
    }

    /** A property that would reach beyond the definition. */
    public static Optional<Denial> ofKnownProperty(String property) {
        return Reasons.ofProperty(property).map(dependsOn -> unrepeatable(property, dependsOn));
    }

    private static Denial unrepeatable(String written, String dependsOn) {
        return new Denial(
                "\"" + written + "\" makes a plan unrepeatable",
                "It depends on " + dependsOn + ", so the same definition would not always mean the same.",
                Reasons.hint(dependsOn));
    }
}
