package dev.corbel.emulators.arm.facts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Holds a text, a number or a flag to its shape. */
record ScalarCheck(JsonNode shape, String path) {
    Optional<Violation> check(JsonNode value) {
        String type = shape.path("type").asText();
        boolean fits =
                switch (type) {
                    case "string" -> value.isTextual();
                    case "integer" -> value.isIntegralNumber();
                    case "number" -> value.isNumber();
                    case "boolean" -> value.isBoolean();
                    default -> true;
                };
        if (!fits) {
            return violation("expected " + type + ", got " + value.getNodeType());
        }
        if (value.isNumber()) {
            return number(value);
        }
        return value.isTextual() ? text(value.asText()) : Optional.empty();
    }

    private Optional<Violation> number(JsonNode value) {
        double number = value.doubleValue();
        boolean fits = number >= shape.path("minValue").asDouble(Double.NEGATIVE_INFINITY)
                && number <= shape.path("maxValue").asDouble(Double.POSITIVE_INFINITY);
        return fits ? Optional.empty() : violation("value " + value + " is out of range");
    }

    private Optional<Violation> text(String text) {
        if (shape.has("const") && !shape.path("const").asText().equals(text)) {
            return violation(
                    "value '" + text + "' is not '" + shape.path("const").asText() + "'");
        }
        if (shape.has("enum") && !shape.path("open").asBoolean() && !choices().anyMatch(text::equals)) {
            return violation("value '" + text + "' is none of " + choices().collect(Collectors.joining(", ")));
        }
        if (text.length() < shape.path("minLength").asInt(0)
                || text.length() > shape.path("maxLength").asInt(Integer.MAX_VALUE)) {
            return violation("value '" + text + "' is too short or too long");
        }
        String pattern = shape.path("pattern").textValue();
        return pattern == null || Pattern.compile(pattern).matcher(text).find()
                ? Optional.empty()
                : violation("value '" + text + "' does not match " + pattern);
    }

    private Stream<String> choices() {
        return StreamSupport.stream(shape.path("enum").spliterator(), false).map(JsonNode::asText);
    }

    private Optional<Violation> violation(String message) {
        return Optional.of(new Violation(path, message));
    }
}
