package dev.corbel.providers.onprem.system;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Values of settings of the kernel, with one space between several. */
record KernelSettings(Map<String, String> values) {

    /** Reads lines such as {@code net.ipv4.ip_forward = 1}. */
    static KernelSettings of(String text) {
        Map<String, String> values = new HashMap<>();
        text.lines().forEach(line -> {
            int at = line.indexOf(" = ");
            if (at > 0) {
                values.put(
                        line.substring(0, at),
                        line.substring(at + " = ".length()).strip().replaceAll("\\s+", " "));
            }
        });
        return new KernelSettings(values);
    }

    Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name));
    }
}
