package dev.corbel.planner.apply;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** A short text that tells one request from another. Secrets do not take part, so that it gives none away. */
final class RequestDigest {
    private static final int BYTES = 16;

    private final MessageDigest digest;

    private RequestDigest() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    static String of(Value value) {
        RequestDigest request = new RequestDigest();
        request.add(value);
        return HexFormat.of().formatHex(request.digest.digest(), 0, BYTES);
    }

    private void add(Value value) {
        if (value instanceof MapValue map) {
            text("map " + map.entries().size());
            for (Map.Entry<String, Value> entry : new TreeMap<>(map.entries()).entrySet()) {
                text(entry.getKey());
                add(entry.getValue());
            }
        } else if (value instanceof ListValue list) {
            text("list " + list.elements().size());
            list.elements().forEach(this::add);
        } else {
            text(value.getClass().getSimpleName());
            text(value.toString());
        }
    }

    private void text(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        digest.update((bytes.length + ":").getBytes(UTF_8));
        digest.update(bytes);
    }
}
