package dev.corbel.providers.local;

import dev.corbel.providers.api.Blueprint;
import java.util.List;
import java.util.Map;

/** The blueprints of this provider, read when they are first asked for: one file for each component. */
final class ShippedBlueprints {
    private static final int VERSION = 1;

    static final Map<String, Blueprint> ALL = Blueprint.beside(
            ShippedBlueprints.class,
            "local",
            VERSION,
            List.of("region", "zone", "app", "containers", "loadBalancer", "database", "bucket"));

    private ShippedBlueprints() {}
}
