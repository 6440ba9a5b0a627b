package dev.corbel.providers.aws.elb;

import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The stickiness of a target group: one target gets all requests of a client. A block left out, and one switched off,
 * is the same.
 */
final class Stickiness {
    private static final String ENABLED = "stickiness.enabled";
    private static final String TYPE = "stickiness.type";
    private static final String COOKIE_NAME = "stickiness.app_cookie.cookie_name";
    private static final long DAY = 86400;

    private Stickiness() {}

    static Map<String, String> changes(MapValue planned, Map<String, String> actual) {
        DesiredAttributes desired = new DesiredAttributes(planned).block("stickiness");
        Map<String, String> changes = new LinkedHashMap<>();
        if (desired.isTrue("enabled")) {
            String type = desired.required("type");
            changes.put(ENABLED, "true");
            changes.put(TYPE, type);
            if (type.endsWith("_cookie")) {
                changes.put(durationKey(type), String.valueOf(desired.number("cookie_duration")));
            }
            String cookie = desired.text("cookie_name");
            if (type.equals("app_cookie") && cookie != null) {
                changes.put(COOKIE_NAME, cookie);
            }
            if (actual.entrySet().containsAll(changes.entrySet())) {
                changes.clear();
            }
        } else if ("true".equals(actual.get(ENABLED))) {
            changes.put(ENABLED, "false");
        }
        return changes;
    }

    private static String durationKey(String type) {
        return "stickiness." + type + ".duration_seconds";
    }

    static Value show(MapValue known, Map<String, String> actual) {
        DesiredAttributes before = new DesiredAttributes(known).block("stickiness");
        if (!"true".equals(actual.get(ENABLED))) {
            return known.get("stickiness").unmarked() instanceof MapValue off && off.isWhollyKnown()
                    ? off.with("enabled", Value.of(false))
                    : Value.ofNull();
        }
        String type = actual.getOrDefault(TYPE, "");
        String duration = actual.get(durationKey(type));
        String cookie = actual.getOrDefault(COOKIE_NAME, "");
        Value knownDuration = before.attributes().get("cookie_duration");
        Value fallback = knownDuration.isNull() ? Value.of(DAY) : knownDuration;
        boolean named = type.equals("app_cookie") && !cookie.isEmpty();
        return Value.map(Map.of(
                "enabled",
                Value.of(true),
                "type",
                Value.of(type),
                "cookie_duration",
                duration == null ? fallback : Value.of(Long.parseLong(duration)),
                "cookie_name",
                named ? Value.of(cookie) : before.attributes().get("cookie_name")));
    }
}
