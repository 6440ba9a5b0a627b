package dev.corbel.dsl.model;

import dev.corbel.providers.api.diagnostic.SourceRange;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A policy of the project: {@code policy('name') { … }}.
 *
 * @param about the requirement, for people
 * @param severity one of {@link #SEVERITIES}
 * @param types patterns of the types of resources that it is about; all where there are none
 */
public record OwnPolicy(
        String name, String about, String severity, List<String> types, List<Check> checks, SourceRange range) {
    public static final List<String> SEVERITIES = List.of("low", "medium", "high");

    /**
     * Code that looks at a resource, at a component or at a plan as a whole.
     *
     * @param kind of the components; empty for resources and for the plan
     */
    public record Check(Subject subject, String kind, PolicyCode code) {}

    /** The things that policies look at. */
    public enum Subject {
        RESOURCE,
        COMPONENT,
        PLAN
    }

    public OwnPolicy {
        types = List.copyOf(types);
        checks = List.copyOf(checks);
    }

    /** Tells whether it is about a type of resources. */
    public boolean covers(String type) {
        return types.isEmpty() || types.stream().anyMatch(pattern -> matches(pattern, type));
    }

    private static boolean matches(String pattern, String type) {
        return type.matches(Pattern.quote(pattern).replace("*", "\\E.*\\Q"));
    }
}
