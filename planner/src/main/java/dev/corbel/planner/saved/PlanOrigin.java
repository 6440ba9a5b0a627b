package dev.corbel.planner.saved;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What made a plan; what applies it must be the same.
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
