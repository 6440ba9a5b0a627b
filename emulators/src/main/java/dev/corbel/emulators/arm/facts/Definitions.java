package dev.corbel.emulators.arm.facts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Map;

/** The definitions of one version of a resource provider, which refer to each other by name. */
record Definitions(Map<String, JsonNode> all) {
    /** What a node refers to; itself where it refers to nothing. */
    JsonNode resolve(JsonNode node) {
        String reference = node.path("ref").textValue();
        return reference == null ? node : all.getOrDefault(reference, MissingNode.getInstance());
    }

    /** The definition of a property of an object; a missing node where it has none of this name. */
    JsonNode property(JsonNode object, String name) {
        JsonNode property = object.path("properties").path(name);
        return property.isMissingNode() ? object.path("additionalProperties") : property;
    }
}
