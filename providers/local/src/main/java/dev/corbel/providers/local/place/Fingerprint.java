package dev.corbel.providers.local.place;

import dev.corbel.providers.api.json.ValueJson;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** A short text that tells the configurations of processes apart. */
public final class Fingerprint {
    private static final int LENGTH = 32;

    private Fingerprint() {}

    /** The fingerprint of what some attributes are; unknown as long as one of them is. */
    public static Value of(MapValue attributes, Collection<String> names) {
        Map<String, Value> parts = new TreeMap<>();
        for (String name : names) {
            Value value = attributes.get(name);
            if (!value.isWhollyKnown()) {
                return Value.unknown();
            }
            parts.put(name, value.fullyUnmarked());
        }
        try {
            byte[] text = ValueJson.write(new MapValue(parts)).getBytes(StandardCharsets.UTF_8);
            return Value.of(HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text))
                    .substring(0, LENGTH));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
