package dev.corbel.providers.api.address;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One step of an {@link Address}: a component ({@code region 'eu-central-1'}), a module, a resource or a data source.
 * Kinds of resources and data sources contain an underscore after the provider's name, kinds of components never do.
 *
 * @param kind the keyword of the component, the type of the resource, or {@code data.} and the type of the data source
 * @param label the name; null for a component that was given none
 * @param key the instance's key under {@code forEach}; null outside it
 */
public record Step(
        String kind, @Nullable String label, @Nullable String key) {
    static final String DATA_PREFIX = "data.";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_-]*");

    public Step {
        if (kind.isEmpty()) {
            throw new IllegalArgumentException("a step needs a kind");
        }
    }

    /** Whether a definition can give a component, a resource or a data source this name. */
    public static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /** Whether this names a resource or a data source, rather than a component. */
    public boolean isResource() {
        return kind.indexOf('_') >= 0;
    }

    public boolean isData() {
        return kind.startsWith(DATA_PREFIX);
    }

    /** The type of the resource or data source, without {@code data.}. */
    public String type() {
        return isData() ? kind.substring(DATA_PREFIX.length()) : kind;
    }
}
