package dev.corbel.emulators.arm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.corbel.emulators.arm.facts.Trees;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An answer.
 *
 * @param status 0 where the connection breaks off instead
 */
record ArmResponse(
        int status, Map<String, String> headers, @Nullable JsonNode body) {
    /** The connection breaks off. */
    static final ArmResponse LOST = of(0);

    ArmResponse {
        headers = Map.copyOf(headers);
    }

    static ArmResponse of(int status) {
        return new ArmResponse(status, Map.of(), null);
    }

    static ArmResponse of(int status, JsonNode body) {
        return new ArmResponse(status, Map.of(), body);
    }

    /** An error in the envelope of ARM. */
    static ArmResponse error(int status, String code, String message) {
        return of(status, envelope(code, message));
    }

    static ObjectNode envelope(String code, String message) {
        ObjectNode body = Trees.object();
        body.putObject("error").put("code", code).put("message", message).putArray("details");
        return body;
    }

    ArmResponse with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new ArmResponse(status, more, body);
    }

    boolean isFine() {
        return status / 100 == 2;
    }
}
