package dev.corbel.providers.simulator;

import dev.corbel.providers.api.Blueprint;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The blueprints of this provider: one file for each component. */
final class ShippedBlueprints {
    private static final int VERSION = 1;
    private static final List<String> COMPONENTS =
            List.of("region", "zone", "host", "app", "containers", "loadBalancer", "database", "bucket");

    private ShippedBlueprints() {}

    static Map<String, Blueprint> read() {
        Map<String, Blueprint> blueprints = new LinkedHashMap<>();
        for (String component : COMPONENTS) {
            String resource = "blueprints/" + component + ".groovy";
            blueprints.put(component, new Blueprint(component, VERSION, "simulator/" + resource, text(resource)));
        }
        return Map.copyOf(blueprints);
    }

    private static String text(String resource) {
        try (InputStream in = ShippedBlueprints.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new FileNotFoundException(resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
