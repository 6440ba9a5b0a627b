package dev.corbel.clients.azure;

import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.SensitiveValue;
import dev.corbel.providers.api.value.StringValue;
import dev.corbel.providers.api.value.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The sensitive texts of a body. Services repeat what they do not like in their messages. */
final class Secrets {
    private Secrets() {}

    /** The texts, the longest first. */
    static List<String> in(Value body) {
        List<String> found = new ArrayList<>();
        collect(body, false, found);
        found.sort(Comparator.comparingInt(String::length).reversed());
        return List.copyOf(found);
    }

    private static void collect(Value value, boolean sensitive, List<String> found) {
        if (value instanceof SensitiveValue marked) {
            collect(marked.unmarked(), true, found);
        } else if (value instanceof MapValue map) {
            map.entries().values().forEach(entry -> collect(entry, sensitive, found));
        } else if (value instanceof ListValue list) {
            list.elements().forEach(element -> collect(element, sensitive, found));
        } else if (sensitive
                && value instanceof StringValue text
                && !text.value().isEmpty()) {
            found.add(text.value());
        }
    }

    /** An error without the texts. */
    static ArmError hide(ArmError error, List<String> secrets) {
        if (secrets.isEmpty()) {
            return error;
        }
        String message = error.message();
        for (String secret : secrets) {
            message = message.replace(secret, "(sensitive)");
        }
        return new ArmError(
                error.code(),
                message,
                error.details().stream().map(detail -> hide(detail, secrets)).toList());
    }
}
