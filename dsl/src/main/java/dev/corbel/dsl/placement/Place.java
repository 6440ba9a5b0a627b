package dev.corbel.dsl.placement;

import java.util.Optional;
import java.util.Set;

/**
 * A host as a place for parts of apps.
 *
 * @param zone the label of its zone; empty outside of zones, since nothing says that such hosts fail apart
 * @param roles the parts that it takes; empty where it takes all
 */
public record Place(String label, String zone, Optional<Set<String>> roles) {
    public Place {
        roles = roles.map(Set::copyOf);
    }

    public boolean takes(String role) {
        return roles.map(some -> some.contains(role)).orElse(true);
    }
}
