package dev.corbel.providers.aws.iam;

import dev.corbel.providers.api.json.ValueJson;
import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import java.util.Iterator;
import java.util.Map;

/** Writes policies byte for byte as Terraform does: with two spaces, and without signs that HTML knows. */
final class PolicyJson {
    private final StringBuilder text = new StringBuilder();

    private PolicyJson() {}

    static String indented(MapValue policy) {
        PolicyJson json = new PolicyJson();
        json.write(policy, "\n");
        return escaped(json.text.toString());
    }

    static String minified(MapValue policy) {
        return escaped(ValueJson.write(policy));
    }

    private void write(Value value, String line) {
        String deeper = line + "  ";
        if (value instanceof MapValue map && !map.entries().isEmpty()) {
            text.append('{');
            for (Iterator<Map.Entry<String, Value>> entries =
                            map.entries().entrySet().iterator();
                    entries.hasNext(); ) {
                Map.Entry<String, Value> entry = entries.next();
                text.append(deeper)
                        .append(ValueJson.write(Value.of(entry.getKey())))
                        .append(": ");
                write(entry.getValue(), deeper);
                text.append(entries.hasNext() ? "," : line);
            }
            text.append('}');
        } else if (value instanceof ListValue list && !list.elements().isEmpty()) {
            text.append('[');
            for (Iterator<Value> elements = list.elements().iterator(); elements.hasNext(); ) {
                text.append(deeper);
                write(elements.next(), deeper);
                text.append(elements.hasNext() ? "," : line);
            }
            text.append(']');
        } else {
            text.append(ValueJson.write(value));
        }
    }

    /** These signs stand in texts only, so they can be replaced everywhere. */
    private static String escaped(String json) {
        return json.replace("&", "\\u0026")
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }
}
