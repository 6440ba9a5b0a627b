package dev.corbel.dsl.variable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.value.Value;

/** Reads values that come as text, from options and the environment: as they stand, or as JSON for collections. */
public final class TextValues {
    private TextValues() {}

    /** The value; one that is no JSON stays a text, which then does not fit its type. */
    public static Value read(String text, Type type) {
        if (type instanceof Type.Primitive) {
            return Value.of(text);
        }
        try {
            JsonNode tree = new ObjectMapper()
                    .enable(com.fasterxml.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .readTree(text);
            return tree == null || tree.isMissingNode() ? Value.of(text) : JsonTrees.value(tree);
        } catch (JsonProcessingException notJson) {
            return Value.of(text);
        }
    }
}
