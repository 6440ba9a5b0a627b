package dev.corbel.planner.object;

import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Keeps a default from replacing an object: an immutable attribute that the definition does not write is what the object
 * has. Somebody may have made it otherwise, and nobody has asked for a new one.
 */
final class LeftOut {
    private LeftOut() {}

    /**
     * The configuration, with what a prior object has where only a default would change it for good.
     *
     * @param written the names of attributes that stand in the definition
     */
    static MapValue keep(Set<String> written, Schema schema, MapValue prior, MapValue configuration) {
        Map<String, Value> kept = new LinkedHashMap<>(configuration.entries());
        boolean changed = false;
        for (Attribute attribute : schema.attributes().values()) {
            String name = attribute.name();
            boolean byDefault = attribute.isImmutable()
                    && !attribute.isWriteOnly()
                    && attribute.defaultValue().isPresent()
                    && !written.contains(name);
            if (byDefault && !prior.get(name).isNull() && !Marks.sameValue(prior.get(name), configuration.get(name))) {
                kept.put(name, prior.get(name));
                changed = true;
            }
        }
        return changed ? new MapValue(kept) : configuration;
    }
}
