package dev.corbel.providers.api.address;

import dev.corbel.providers.api.text.Printable;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Renders addresses on one line of visible characters: plainly for people, qualified for files. */
final class AddressText {
    private static final Pattern SPECIAL = Pattern.compile("[\\\\/\"\\[]");

    private AddressText() {}

    static String plain(Address address) {
        StringJoiner text = new StringJoiner("/");
        for (Step step : address.steps()) {
            String label = step.label();
            if (step.isResource()) {
                text.add(step.kind() + "." + Printable.line(String.valueOf(label)) + key(step.key()));
            } else if (label != null) {
                text.add(Printable.line(label) + key(step.key()));
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
                text.add(step.kind() + "." + escaped(String.valueOf(label)) + key(step.key()));
            } else {
                text.add(step.kind() + ":" + (label == null ? "" : escaped(label)) + key(step.key()));
            }
        }
        return text.toString();
    }

    /** A label in which nothing can be taken for the end of a step or for a key. */
    private static String escaped(String label) {
        return Printable.line(SPECIAL.matcher(label).replaceAll("\\\\$0"));
    }

    private static String key(@Nullable String key) {
        return key == null
                ? ""
                : "[\"" + Printable.line(key.replace("\\", "\\\\").replace("\"", "\\\"")) + "\"]";
    }
}
