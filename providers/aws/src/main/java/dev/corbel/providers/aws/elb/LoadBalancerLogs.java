package dev.corbel.providers.aws.elb;

import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A block that says where logs go. Left out, and switched off, is the same.
 *
 * @param block its name, and what its keys begin with
 */
record LoadBalancerLogs(String block) {
    static final List<LoadBalancerLogs> ALL =
            List.of(new LoadBalancerLogs("access_logs"), new LoadBalancerLogs("connection_logs"));

    private String key(String name) {
        return block + ".s3." + name;
    }

    private boolean isOn(Map<String, String> actual) {
        return "true".equals(actual.get(key("enabled")));
    }

    Map<String, String> changes(MapValue planned, Map<String, String> actual) {
        DesiredAttributes desired = new DesiredAttributes(planned).block(block);
        Map<String, String> changes = new LinkedHashMap<>();
        if (desired.isTrue("enabled")) {
            changes.put(key("enabled"), "true");
            changes.put(key("bucket"), desired.required("bucket"));
            String prefix = desired.text("prefix");
            changes.put(key("prefix"), prefix == null ? "" : prefix);
            changes.entrySet().removeIf(change -> change.getValue().equals(actual.getOrDefault(change.getKey(), "")));
        } else if (isOn(actual)) {
            changes.put(key("enabled"), "false");
        }
        return changes;
    }

    Value show(MapValue known, Map<String, String> actual) {
        if (isOn(actual)) {
            String prefix = actual.getOrDefault(key("prefix"), "");
            String knownPrefix = new DesiredAttributes(known).block(block).text("prefix");
            return Value.map(Map.of(
                    "enabled",
                    Value.of(true),
                    "bucket",
                    Value.of(actual.getOrDefault(key("bucket"), "")),
                    "prefix",
                    prefix.isEmpty() && knownPrefix == null ? Value.ofNull() : Value.of(prefix)));
        }
        return known.get(block).unmarked() instanceof MapValue before && before.isWhollyKnown()
                ? before.with("enabled", Value.of(false))
                : Value.ofNull();
    }
}
