package dev.corbel.emulators.arm.facts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/** Holds a body to its shape. */
final class BodyCheck {
    /** Properties whose value may be an older one, since it changes by itself between a read and a write. */
    private static final Set<String> VOLATILE = Set.of(
            "etag",
            "systemData",
            "numberOfRecordSets",
            "numberOfVirtualNetworkLinks",
            "numberOfVirtualNetworkLinksWithRegistration");

    private final Definitions definitions;
    private final boolean partial;

    BodyCheck(Definitions definitions, boolean partial) {
        this.definitions = definitions;
        this.partial = partial;
    }

    Optional<Violation> object(JsonNode shape, ObjectNode body, JsonNode current, String path) {
        JsonNode object = definitions.resolve(shape);
        for (Map.Entry<String, JsonNode> field : body.properties()) {
            String below = path.isEmpty() ? field.getKey() : path + "." + field.getKey();
            JsonNode property = definitions.property(object, field.getKey());
            if (property.isMissingNode()) {
                return violation(below, "could not find member '" + field.getKey() + "' on object");
            }
            Optional<Violation> found = value(property, field.getValue(), current.path(field.getKey()), below);
            if (found.isPresent()) {
                return found;
            }
        }
        return partial ? Optional.empty() : required(object, body, path);
    }

    private static Optional<Violation> required(JsonNode object, ObjectNode body, String path) {
        for (Map.Entry<String, JsonNode> property : object.path("properties").properties()) {
            if (property.getValue().path("required").asBoolean() && !body.hasNonNull(property.getKey())) {
                return violation(
                        path.isEmpty() ? property.getKey() : path + "." + property.getKey(),
                        "required property '" + property.getKey() + "' is missing");
            }
        }
        return Optional.empty();
    }

    private Optional<Violation> value(JsonNode property, JsonNode value, JsonNode current, String path) {
        if (property.path("readOnly").asBoolean()) {
            return readOnly(value, current, path);
        }
        if (value.isNull()) {
            return Optional.empty();
        }
        JsonNode shape = definitions.resolve(property);
        String type = shape.path("type").asText(shape.has("properties") ? "object" : "any");
        if (type.equals("any")) {
            return Optional.empty();
        }
        if (type.equals("array")) {
            return value instanceof ArrayNode array
                    ? elements(shape.path("items"), array, current, path)
                    : wrong(path, "array", value);
        }
        if (type.equals("object") || type.equals("map")) {
            if (!(value instanceof ObjectNode object)) {
                return wrong(path, "object", value);
            }
            return type.equals("map")
                    ? entries(shape.path("values"), object, path)
                    : object(shape, object, current, path);
        }
        return new ScalarCheck(shape, path).check(value);
    }

    private static Optional<Violation> readOnly(JsonNode value, JsonNode current, String path) {
        String name = path.substring(path.lastIndexOf('.') + 1);
        boolean same = value.isNull()
                || VOLATILE.contains(name)
                || value.equals(current)
                || (value.isTextual() && value.asText().equalsIgnoreCase(current.asText()));
        return same ? Optional.empty() : violation(path, "property '" + name + "' is read-only and cannot be set");
    }

    private Optional<Violation> elements(JsonNode items, ArrayNode array, JsonNode current, String path) {
        for (int index = 0; index < array.size(); index++) {
            JsonNode element = array.get(index);
            Optional<Violation> found =
                    value(items, element, counterpart(current, element, index), path + "[" + index + "]");
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static JsonNode counterpart(JsonNode current, JsonNode element, int index) {
        String name = element.path("name").asText();
        if (name.isEmpty()) {
            return current.path(index);
        }
        return StreamSupport.stream(current.spliterator(), false)
                .filter(other -> other.path("name").asText().equalsIgnoreCase(name))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    private Optional<Violation> entries(JsonNode values, ObjectNode map, String path) {
        for (Map.Entry<String, JsonNode> field : map.properties()) {
            Optional<Violation> found =
                    value(values, field.getValue(), MissingNode.getInstance(), path + "." + field.getKey());
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<Violation> wrong(String path, String expected, JsonNode value) {
        return violation(path, "expected " + expected + ", got " + value.getNodeType());
    }

    private static Optional<Violation> violation(String path, String message) {
        return Optional.of(new Violation(path, message));
    }
}
