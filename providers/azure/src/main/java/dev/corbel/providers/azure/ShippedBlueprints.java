package dev.corbel.providers.azure;

import dev.corbel.providers.api.Blueprint;
import java.util.List;
import java.util.Map;

/** The blueprints of this provider, read when somebody first asks: one file for each component, and the regions that they share. */
final class ShippedBlueprints {
    private static final int VERSION = 1;

    static final Map<String, Blueprint> ALL = Blueprint.beside(
            ShippedBlueprints.class,
            "azure",
            VERSION,
            List.of("region", "zone", "app", "containers", "loadBalancer", "database", "bucket"),
            "regions");

    private ShippedBlueprints() {}
}
