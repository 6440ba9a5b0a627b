package dev.corbel.emulators.arm.facts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Optional;
import java.util.function.BiPredicate;

/** The body of a resource type: what may be sent, and what is shown. */
public final class Shape {
    private final Definitions definitions;
    private final JsonNode definition;

    Shape(Definitions definitions, JsonNode definition) {
        this.definitions = definitions;
        this.definition = definition;
    }

    /**
     * The first thing that is wrong with a body.
     *
     * @param current what a read shows now; a missing node where there is nothing yet. A read-only property may be sent
     *     with that value
     * @param partial whether the body is a change, from which required properties may be absent
     */
    public Optional<Violation> check(ObjectNode body, JsonNode current, boolean partial) {
        return new BodyCheck(definitions, partial).object(definition, body, current, "");
    }

    /** What of a body is a client's to say: it without read-only properties and without nulls. */
    public ObjectNode writable(ObjectNode body) {
        return select(definition, body, (property, value) -> !value.isNull() && !isReadOnly(property));
    }

    /** What of a change is a client's to say: it without read-only properties. A null says that there shall be no value. */
    public ObjectNode changes(ObjectNode body) {
        return select(definition, body, (property, value) -> !isReadOnly(property));
    }

    /** What of a body is shown: it without properties that are written only. */
    public ObjectNode shown(ObjectNode body) {
        return select(
                definition,
                body,
                (property, value) -> !property.path("writeOnly").asBoolean()
                        && !property.path("sensitive").asBoolean());
    }

    /** What is wrong with a name. */
    public Optional<Violation> checkName(String name) {
        return new ScalarCheck(
                        definitions.resolve(definition).path("properties").path("name"), "name")
                .check(TextNode.valueOf(name));
    }

    private static boolean isReadOnly(JsonNode property) {
        return property.path("readOnly").asBoolean();
    }

    /** Whether there is a property at a path. */
    public boolean has(String path) {
        JsonNode node = definitions.resolve(definition);
        for (String name : path.split("\\.", -1)) {
            node = definitions.resolve(node).path("properties").path(name);
        }
        return !node.isMissingNode();
    }

    private ObjectNode select(JsonNode shape, ObjectNode body, BiPredicate<JsonNode, JsonNode> wanted) {
        JsonNode object = definitions.resolve(shape);
        ObjectNode selected = Trees.object();
        body.properties().forEach(field -> {
            JsonNode property = definitions.property(object, field.getKey());
            if (wanted.test(property, field.getValue())) {
                selected.set(field.getKey(), selectValue(property, field.getValue(), wanted));
            }
        });
        return selected;
    }

    private JsonNode selectValue(JsonNode property, JsonNode value, BiPredicate<JsonNode, JsonNode> wanted) {
        JsonNode shape = definitions.resolve(property);
        if (value instanceof ObjectNode object && !shape.path("type").asText("").equals("map")) {
            return select(shape, object, wanted);
        }
        if (value instanceof ArrayNode array) {
            ArrayNode selected = array.arrayNode();
            array.forEach(element -> selected.add(selectValue(shape.path("items"), element, wanted)));
            return selected;
        }
        return value.deepCopy();
    }
}
