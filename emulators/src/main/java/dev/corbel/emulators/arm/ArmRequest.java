package dev.corbel.emulators.arm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.corbel.emulators.arm.facts.Trees;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/**
 * A call.
 *
 * @param base the address that the caller used, without a path
 * @param path without the query, decoded
 * @param query the parameters by their names in lower case, decoded
 * @param headers by their names in lower case
 */
record ArmRequest(
        URI base, String method, String path, Map<String, String> query, Map<String, String> headers, String content) {
    String header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }

    String parameter(String name) {
        return query.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }

    String apiVersion() {
        return parameter("api-version");
    }

    /** The body, which has to be an object. */
    ObjectNode body() {
        try {
            if (Trees.read(content.getBytes(StandardCharsets.UTF_8)) instanceof ObjectNode object) {
                return object;
            }
        } catch (IOException noJson) {
            throw Refusal.badRequest(
                    "InvalidRequestContent", "The request content was invalid: " + noJson.getMessage());
        }
        throw Refusal.badRequest("InvalidRequestContent", "The request content is not a JSON object.");
    }
}
