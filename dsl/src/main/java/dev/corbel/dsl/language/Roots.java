package dev.corbel.dsl.language;

import dev.corbel.dsl.component.Components;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The names that mean something without being declared in the code: what references begin with. */
public final class Roots {
    public static final String VARIABLE = "variable";
    public static final String ENVIRONMENT = "environment";
    public static final String DATA = "data";
    public static final String MODULE = "module";

    private static final List<Root> ALL = List.of(
            new Root(VARIABLE, "variable.size", "the value of a variable"),
            new Root(ENVIRONMENT, "environment.name", "the environment's name"),
            new Root(DATA, "data.aws_ami.debian.id", "an attribute of a data source"),
            new Root(MODULE, "module.dns.zone", "an output of a module"));
    private static final Set<String> FIXED = ALL.stream().map(Root::name).collect(Collectors.toUnmodifiableSet());

    private Roots() {}

    /** The names but those of types and components, in the order of the document. */
    public static List<Root> all() {
        return ALL;
    }

    /** Tells whether references can begin with the name; types of resources are known by their underscore. */
    public static boolean isRoot(String name) {
        return FIXED.contains(name) || isType(name) || isComponent(name);
    }

    /** Tells whether references to resources or data sources begin with the name. */
    public static boolean isType(String name) {
        return name.indexOf('_') > 0 || name.equals(DATA);
    }

    public static boolean isComponent(String name) {
        return Components.find(name) != null;
    }

    /** The names without those of types, for suggestions. */
    public static Set<String> names() {
        Set<String> names = new TreeSet<>(FIXED);
        names.addAll(Components.kinds());
        return names;
    }
}
