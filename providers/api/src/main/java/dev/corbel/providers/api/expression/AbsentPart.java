package dev.corbel.providers.api.expression;

import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.Suggestion;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The errors for parts of values that are not there, for values that are known at once and later ones alike. */
public final class AbsentPart {
    private static final int MAX_KEYS = 12;

    private AbsentPart() {}

    /**
     * The error for a key that a map does not have.
     *
     * @param container what the map is called, at the start of a sentence
     * @param keys the keys that may be shown; empty where the map is sensitive
     */
    public static Diagnostic key(String container, String key, Optional<? extends Collection<?>> keys) {
        List<String> names =
                keys.stream().flatMap(Collection::stream).map(String::valueOf).toList();
        String detail = keys.isEmpty() ? "Its keys are sensitive." : "";
        if (keys.isPresent() && names.size() <= MAX_KEYS) {
            detail = names.isEmpty() ? "It is empty." : "It has " + String.join(", ", names) + ".";
        }
        return Diagnostic.error(container + " has no key \"" + key + "\"", detail)
                .withHint(Suggestion.didYouMean(key, names).orElseGet(() -> soft("." + key)));
    }

    /** The error for a position beyond the ends of a list. */
    public static Diagnostic element(String container, int position, int size) {
        String detail = size == 0
                ? "It is empty."
                : "It has " + size + (size == 1 ? " element, 0." : " elements, 0 to " + (size - 1) + ".");
        return Diagnostic.error(container + " has no element " + position, detail)
                .withHint(soft("[" + position + "]"));
    }

    /** The error for a part of something that is null itself. */
    public static Diagnostic ofNull(String container, String part) {
        return Diagnostic.error(container + " is null", "So it has no " + part + ".")
                .withHint(soft(part.startsWith("[") ? part : "." + part));
    }

    /** The error for a part of something that has no parts, such as a text. */
    public static Diagnostic ofOther(String container, String kind, String part) {
        return Diagnostic.error(container + " is " + kind, "So it has no " + part + ".");
    }

    private static String soft(String step) {
        return "Where it may be missing, write ?" + step + ", or give a default with ?:.";
    }
}
