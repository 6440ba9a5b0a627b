package dev.corbel.providers.onprem;

import dev.corbel.providers.api.Blueprint;
import java.util.List;
import java.util.Map;

/** The blueprints of this provider, read when somebody first asks: one file for each component. */
final class ShippedBlueprints {
    private static final int VERSION = 1;

    static final Map<String, Blueprint> ALL = Blueprint.beside(
            ShippedBlueprints.class,
            "onprem",
            VERSION,
            List.of("region", "zone", "host", "app", "containers", "loadBalancer", "database"));

    private ShippedBlueprints() {}
}
