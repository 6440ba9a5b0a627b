package dev.corbel.clients.azure;

import dev.corbel.providers.api.json.ValueJson;
import dev.corbel.providers.api.value.MapValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A call as it goes over the wire.
 *
 * @param url whole and encoded
 * @param secrets texts of the body that no message may repeat
 */
record Request(ArmCall call, String url, Optional<String> body, Map<String, String> headers, List<String> secrets) {

    static Request reading(ArmCall call, String url) {
        return new Request(call, url, Optional.empty(), Map.of(), List.of());
    }

    Request with(Map<String, String> more) {
        return new Request(call, url, body, more, secrets);
    }

    Request with(MapValue content) {
        return new Request(call, url, Optional.of(ValueJson.write(content)), headers, Secrets.in(content));
    }

    /** Whether doing it twice does no more than doing it once. */
    boolean isIdempotent() {
        return !call.method().equals("POST");
    }

    /** Whether it is refused where something changed meanwhile, and so also where a lost attempt was done. */
    boolean isConditional() {
        return headers.containsKey("If-None-Match") || headers.containsKey("If-Match");
    }
}
