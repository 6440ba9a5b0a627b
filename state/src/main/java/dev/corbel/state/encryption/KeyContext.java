package dev.corbel.state.encryption;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** The purpose of a data key; bound to the wrapped key. It is no secret: key management services write it into their logs. */
public record KeyContext(String environment) {

    /** In the order of their names. */
    public Map<String, String> entries() {
        Map<String, String> entries = new TreeMap<>();
        entries.put("corbel:environment", environment);
        entries.put("corbel:purpose", "state");
        return Collections.unmodifiableMap(entries);
    }
}
