package dev.corbel.planner.saved;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * The versions that made a plan; they must apply it, too.
 *
 * @param engineVersion of Corbel
 * @param providerVersions of each provider that takes part, by its name
 * @param project its folder, relative to the one in which the plan was made, with {@code /}; {@code .} for that one
 */
public record PlanOrigin(String engineVersion, Map<String, String> providerVersions, String project) {
    public PlanOrigin {
        providerVersions = Collections.unmodifiableMap(new TreeMap<>(providerVersions));
    }
}
