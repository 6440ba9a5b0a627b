package dev.corbel.dsl.library;

import java.util.Arrays;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * Types that a definition can use, and what it can do with them.
 *
 * @param title as the documentation calls them
 * @param types their full names; what extends one of them belongs to it too
 * @param methods of the values, which are properties too where they are called {@code getX} or {@code isX}
 * @param statics methods that are called on the types by name
 */
public record Family(String title, Set<String> types, Set<String> methods, Set<String> statics) {
    public Family {
        types = Collections.unmodifiableSet(types);
        methods = Collections.unmodifiableSet(methods);
        statics = Collections.unmodifiableSet(statics);
    }

    static Family of(String title, String types, String methods, String statics) {
        return new Family(title, words(types), words(methods), words(statics));
    }

    /** The words of a text, in the order of the alphabet. */
    static Set<String> words(String text) {
        return text.isBlank()
                ? new TreeSet<>()
                : new TreeSet<>(Arrays.asList(text.strip().split("\\s+")));
    }
}
