package dev.corbel.providers.api;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A module in the definition language that builds a component on one provider.
 *
 * @param component the keyword of the component
 * @param version pinned in state
 * @param file the name that errors show
 * @param source its text
 */
public record Blueprint(String component, int version, String file, String source) {

    /**
     * Reads the blueprints that stand beside a class as {@code blueprints/COMPONENT.groovy}.
     *
     * @param provider the name that errors begin the file's with
     */
    public static Map<String, Blueprint> beside(Class<?> owner, String provider, int version, List<String> components) {
        Map<String, Blueprint> blueprints = new LinkedHashMap<>();
        for (String component : components) {
            String resource = "blueprints/" + component + ".groovy";
            blueprints.put(
                    component, new Blueprint(component, version, provider + "/" + resource, text(owner, resource)));
        }
        return Map.copyOf(blueprints);
    }

    /**
     * The same with functions that all of them have, which stand in a file beside them and come after the text of each.
     *
     * @param shared its name without the ending
     */
    public static Map<String, Blueprint> beside(
            Class<?> owner, String provider, int version, List<String> components, String shared) {
        String functions = text(owner, "blueprints/" + shared + ".groovy");
        Map<String, Blueprint> blueprints = new LinkedHashMap<>();
        beside(owner, provider, version, components)
                .forEach((component, own) -> blueprints.put(
                        component, new Blueprint(component, version, own.file(), own.source() + functions)));
        return Map.copyOf(blueprints);
    }

    private static String text(Class<?> owner, String resource) {
        try (InputStream in = owner.getResourceAsStream(resource)) {
            if (in == null) {
                throw new FileNotFoundException(resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
