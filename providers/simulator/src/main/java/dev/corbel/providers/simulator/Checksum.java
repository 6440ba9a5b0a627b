package dev.corbel.providers.simulator;

import dev.corbel.providers.api.json.ValueJson;
import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** SHA-256, in hexadecimal digits. */
final class Checksum {
    private Checksum() {}

    /** Of a value's JSON text with the entries of maps in order, so that equal values have equal checksums. */
    static String of(Value value) {
        return of(ValueJson.write(ordered(value.fullyUnmarked())));
    }

    static String of(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    private static Value ordered(Value value) {
        if (value instanceof ListValue list) {
            return new ListValue(list.elements().stream().map(Checksum::ordered).toList());
        }
        if (value instanceof MapValue map) {
            Map<String, Value> entries = new TreeMap<>();
            map.entries().forEach((name, entry) -> entries.put(name, ordered(entry)));
            return new MapValue(entries);
        }
        return value;
    }
}
