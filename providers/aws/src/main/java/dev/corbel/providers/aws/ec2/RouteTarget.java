package dev.corbel.providers.aws.ec2;

import dev.corbel.providers.api.value.MapValue;
import java.util.Optional;

/**
 * The target of a route.
 *
 * @param attribute one of {@link RouteNames#TARGETS}
 */
record RouteTarget(String attribute, String id) {
    static Optional<RouteTarget> of(MapValue attributes) {
        return RouteNames.TARGETS.stream()
                .flatMap(name -> attributes.text(name).map(id -> new RouteTarget(name, id)).stream())
                .findFirst();
    }

    boolean isLocal() {
        return id.equals(RouteNames.LOCAL);
    }
}
