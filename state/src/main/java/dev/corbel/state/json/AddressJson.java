package dev.corbel.state.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.address.AddressParser;
import dev.corbel.providers.api.address.Step;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Addresses in JSON: the qualified text where that reads back to the same address, else an array of steps. Equal texts
 * of one document give one object.
 */
final class AddressJson {
    private static final int MAX_KEY_LENGTH = 200;
    private static final String LABEL_PUNCTUATION = "_-.:@+ ";

    private final Map<String, Address> known = new HashMap<>();

    static void write(Address address, JsonGenerator json) throws IOException {
        write(address, isText(address) ? address.qualified() : "", json);
    }

    /** The same, for a caller who has the qualified text at hand. */
    private static void write(Address address, String text, JsonGenerator json) throws IOException {
        if (!text.isEmpty()) {
            json.writeString(text);
            return;
        }
        json.writeStartArray();
        for (Step step : address.steps()) {
            json.writeStartObject();
            json.writeStringField("kind", step.kind());
            if (step.label() != null) {
                json.writeStringField("label", step.label());
            }
            if (step.key() != null) {
                json.writeStringField("key", step.key());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    static void writeAll(String name, Iterable<Address> addresses, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart(name);
        for (Address address : addresses) {
            write(address, json);
        }
        json.writeEndArray();
    }

    Address read(JsonInput input) throws IOException {
        if (!input.atText()) {
            return steps(input);
        }
        String text = input.text();
        Address seen = known.get(text);
        if (seen != null) {
            return seen;
        }
        Optional<Address> address = AddressParser.parse(text);
        if (address.isEmpty()) {
            throw input.problem("this is not an address");
        }
        known.put(text, address.get());
        return address.get();
    }

    List<Address> readAll(JsonInput input) throws IOException {
        List<Address> addresses = new ArrayList<>();
        input.array(() -> addresses.add(read(input)));
        return addresses;
    }

    private static Address steps(JsonInput input) throws IOException {
        List<Step> steps = new ArrayList<>();
        input.array(() -> steps.add(step(input)));
        if (steps.isEmpty()) {
            throw input.problem("an address needs a step");
        }
        return new Address(steps);
    }

    private static Step step(JsonInput input) throws IOException {
        @Nullable String[] parts = new @Nullable String[3];
        input.object(name -> {
            switch (name) {
                case "kind" -> parts[0] = input.text();
                case "label" -> parts[1] = input.text();
                case "key" -> parts[2] = input.text();
                default -> throw input.unknownField(name);
            }
        });
        String kind = input.required(parts[0], "kind");
        if (kind.isEmpty()) {
            throw input.problem("a step needs a kind");
        }
        return new Step(kind, parts[1], parts[2]);
    }

    private static boolean isText(Address address) {
        for (Step step : address.steps()) {
            String key = step.key();
            if (!isKind(step) || !isLabel(step) || (key != null && key.length() > MAX_KEY_LENGTH)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isKind(Step step) {
        String type = step.isResource() ? step.type() : step.kind();
        for (int i = 0; i < type.length(); i++) {
            char c = type.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            boolean other = (c >= '0' && c <= '9') || c == '_';
            if (!letter && !(i > 0 && other)) {
                return false;
            }
        }
        return !type.isEmpty();
    }

    private static boolean isLabel(Step step) {
        String label = step.label();
        if (label == null || label.isEmpty()) {
            return label == null && !step.isResource();
        }
        return label.chars().allMatch(c -> Character.isLetterOrDigit(c) || LABEL_PUNCTUATION.indexOf(c) >= 0);
    }
}
