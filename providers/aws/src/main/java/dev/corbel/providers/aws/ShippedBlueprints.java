package dev.corbel.providers.aws;

import dev.corbel.providers.api.Blueprint;
import java.util.List;
import java.util.Map;

/** The blueprints of this provider, read when somebody first asks: one file for each component. */
final class ShippedBlueprints {
    private static final int VERSION = 1;

    static final Map<String, Blueprint> ALL = Blueprint.beside(
            ShippedBlueprints.class,
            "aws",
            VERSION,
            List.of("region", "zone", "app", "containers", "loadBalancer", "database", "bucket"));

    private ShippedBlueprints() {}
}
