package dev.corbel.providers.azure.arm;

import dev.corbel.providers.api.ConcurrencyKey;
import dev.corbel.providers.api.value.MapValue;
import java.util.List;

/** A type whose calls queue for what they change, since Azure takes one change of it at a time. */
public interface ArmQueued {

    List<ConcurrencyKey> concurrencyKeys(MapValue attributes);

    /** Keys that one call holds at a time. */
    static List<ConcurrencyKey> keys(List<String> names) {
        return names.stream()
                .distinct()
                .map(name -> new ConcurrencyKey(name, 1))
                .toList();
    }
}
