package dev.corbel.providers.conformance;

import dev.corbel.providers.api.Session;
import dev.corbel.providers.api.value.MapValue;
import java.util.LinkedHashMap;
import java.util.Map;

/** A cloud in memory: its objects by id. */
class Shed implements Session {
    final Map<String, Stored> objects;
    final boolean reading;
    int created;

    Shed() {
        this(new LinkedHashMap<>(), false);
    }

    private Shed(Map<String, Stored> objects, boolean reading) {
        this.objects = objects;
        this.reading = reading;
    }

    /** A session on the same objects that refuses to change any. */
    Shed forReading() {
        return new Shed(objects, true);
    }

    /** An object and the operation that made it. */
    record Stored(MapValue attributes, String token) {}

    @Override
    public void close() {
        if (!reading) {
            objects.clear();
        }
    }
}
