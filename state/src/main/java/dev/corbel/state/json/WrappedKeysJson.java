package dev.corbel.state.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.corbel.state.encryption.EncryptionKey;
import dev.corbel.state.encryption.WrappedKey;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The encryption of content, as it stands beside the content. */
final class WrappedKeysJson {
    private static final int FORMAT = 1;

    private WrappedKeysJson() {}

    static void write(String field, List<WrappedKey> keys, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart(field);
        json.writeNumberField("format", FORMAT);
        json.writeStringField("algorithm", EncryptionKey.algorithm());
        json.writeArrayFieldStart("keys");
        for (WrappedKey key : keys) {
            json.writeStartObject();
            json.writeStringField("kind", key.kind());
            json.writeObjectFieldStart("parameters");
            for (Map.Entry<String, String> parameter : key.parameters().entrySet()) {
                json.writeStringField(parameter.getKey(), parameter.getValue());
            }
            json.writeEndObject();
            json.writeStringField("ciphertext", key.ciphertext());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    static List<WrappedKey> read(JsonInput input) throws IOException {
        List<WrappedKey> keys = new ArrayList<>();
        input.object(name -> {
            switch (name) {
                case "format" -> {
                    long format = input.integer();
                    if (format > FORMAT) {
                        throw new NewerFormatException(format);
                    }
                }
                case "algorithm" -> {
                    if (!input.text().equals(EncryptionKey.algorithm())) {
                        throw input.problem("the algorithm is unknown");
                    }
                }
                case "keys" -> input.array(() -> keys.add(key(input)));
                default -> throw input.unknownField(name);
            }
        });
        if (keys.isEmpty()) {
            throw input.problem("there is no key in what ends here");
        }
        return keys;
    }

    private static WrappedKey key(JsonInput input) throws IOException {
        @Nullable String[] texts = new @Nullable String[2];
        Map<String, String> parameters = new LinkedHashMap<>();
        input.object(name -> {
            switch (name) {
                case "kind" -> texts[0] = input.text();
                case "parameters" -> input.object(parameter -> parameters.put(parameter, input.text()));
                case "ciphertext" -> texts[1] = input.text();
                default -> throw input.unknownField(name);
            }
        });
        return new WrappedKey(input.required(texts[0], "kind"), parameters, input.required(texts[1], "ciphertext"));
    }
}
