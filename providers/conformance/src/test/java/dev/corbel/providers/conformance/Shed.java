package dev.corbel.providers.conformance;

import dev.corbel.providers.api.Session;
import dev.corbel.providers.api.value.MapValue;
import java.util.LinkedHashMap;
import java.util.Map;

/** A cloud in memory: its objects by id. */
class Shed implements Session {
    final Map<String, Stored> objects = new LinkedHashMap<>();
    int created;

    /** An object and the operation that made it. */
    record Stored(MapValue attributes, String token) {}

    @Override
    public void close() {
        objects.clear();
    }
}
