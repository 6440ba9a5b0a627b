package dev.corbel.providers.api.address;

import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Renders addresses: plainly for people, qualified for files. */
final class AddressText {
    private AddressText() {}

    static String plain(Address address) {
        StringJoiner text = new StringJoiner("/");
        for (Step step : address.steps()) {
            String label = step.label();
            if (step.isResource()) {
                text.add(step.kind() + "." + label + key(step.key()));
            } else if (label != null) {
                text.add(label + key(step.key()));
            }
        }
        String rendered = text.toString();
        return rendered.isEmpty() ? address.last().kind() : rendered;
    }

    static String qualified(Address address) {
        StringJoiner text = new StringJoiner("/");
        for (Step step : address.steps()) {
            String label = step.label();
            if (step.isResource()) {
                text.add(step.kind() + "." + label + key(step.key()));
            } else {
                text.add(step.kind() + ":" + (label == null ? "" : label) + key(step.key()));
            }
        }
        return text.toString();
    }

    private static String key(@Nullable String key) {
        return key == null ? "" : "[\"" + key.replace("\\", "\\\\").replace("\"", "\\\"") + "\"]";
    }
}
