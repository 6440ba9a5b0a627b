package dev.corbel.emulators.proxy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/** Reads and writes the bodies of calls. */
final class Json {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    /** An object; an empty one where the text is something else. */
    static ObjectNode read(String text) throws IOException {
        JsonNode node = MAPPER.readTree(text);
        return node instanceof ObjectNode object ? object : object();
    }

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static String quoted(String text) {
        try {
            return MAPPER.writeValueAsString(text);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
