package dev.corbel.providers.kit.tag;

import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.kit.attribute.Attributes;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** {@code tags} are those of the definition, {@code tags_all} have the provider's default tags as well. */
public final class Tagging {
    public static final String OWN = "tags";
    public static final String ALL = "tags_all";

    private static final String DEFAULTS = "defaultTags";

    private Tagging() {}

    public static Attribute own() {
        return Attribute.optional(OWN, Type.map(Type.STRING))
                .describedAs("Tags of this object. They win over default tags of the provider.")
                .build();
    }

    public static Attribute all() {
        return Attribute.computed(ALL, Type.map(Type.STRING))
                .describedAs("All tags of this object, default tags of the provider too.")
                .build();
    }

    /** Default tags, overridden by the object's own; unknown as a whole where the names are not known. */
    public static MapValue plan(MapValue planned, MapValue provider) {
        Value defaults = provider.get(DEFAULTS).unmarked();
        Value own = planned.get(OWN).unmarked();
        if (defaults.isUnknown() || own.isUnknown()) {
            return planned.with(ALL, Value.unknown());
        }
        Map<String, Value> all = new TreeMap<>();
        addTo(all, defaults);
        addTo(all, own);
        return planned.with(ALL, new MapValue(all));
    }

    private static void addTo(Map<String, Value> all, Value tags) {
        if (tags instanceof MapValue map) {
            map.entries().forEach((key, value) -> {
                if (!value.isNull()) {
                    all.put(key, value);
                }
            });
        }
    }

    /** What to send for an object: all its planned tags. */
    public static Map<String, String> of(MapValue planned) {
        Map<String, String> tags = new TreeMap<>();
        if (planned.get(ALL).fullyUnmarked() instanceof MapValue all) {
            all.entries().keySet().forEach(key -> all.text(key).ifPresent(value -> tags.put(key, value)));
        }
        return tags;
    }

    /**
     * Sets {@code tags} and {@code tags_all} from the tags that an object has.
     *
     * @param known the object as last seen or as planned: a default tag counts as the object's own where it is there
     *     among its own
     * @param defaults of the provider
     * @param hidden tells a tag that no definition sees unless it sets it
     */
    public static void show(
            Attributes attributes,
            Map<String, String> actual,
            MapValue known,
            Map<String, String> defaults,
            Predicate<String> hidden) {
        Value knownOwn = known.get(OWN).unmarked();
        Map<String, Value> all = new TreeMap<>();
        Map<String, Value> own = new TreeMap<>();
        actual.forEach((key, value) -> {
            boolean said = knownOwn instanceof MapValue map && map.entries().containsKey(key);
            if (!said && hidden.test(key)) {
                return;
            }
            all.put(key, Value.of(value));
            boolean inherited = value.equals(defaults.get(key));
            if (!inherited || said) {
                own.put(key, Value.of(value));
            }
        });
        attributes.value(OWN, own.isEmpty() && knownOwn.isNull() ? Value.ofNull() : new MapValue(own));
        attributes.value(ALL, new MapValue(all));
    }
}
