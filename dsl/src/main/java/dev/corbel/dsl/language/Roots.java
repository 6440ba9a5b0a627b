package dev.corbel.dsl.language;

import dev.corbel.dsl.component.Components;
import java.util.Set;
import java.util.TreeSet;

/** The names that mean something without being declared in the code: what references begin with. */
public final class Roots {
    private static final Set<String> FIXED = Set.of("variable", "environment", "data", "module");

    private Roots() {}

    /** Whether references can begin with the name; types of resources are known by their underscore. */
    public static boolean isRoot(String name) {
        return FIXED.contains(name) || name.indexOf('_') > 0 || Components.find(name) != null;
    }

    /** The names without those of types, for suggestions. */
    public static Set<String> names() {
        Set<String> names = new TreeSet<>(FIXED);
        names.addAll(Components.kinds());
        return names;
    }
}
