package dev.corbel.clients.azure;

import dev.corbel.providers.api.json.ValueJson;
import dev.corbel.providers.api.value.MapValue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * The identity that calls are made as, as the claims of its token say.
 *
 * @param client the id of the application; empty where the token does not say it
 * @param object the id of the identity in the tenant; empty where the token does not say it
 */
public record Principal(Optional<String> client, Optional<String> object) {

    /** Reads the claims of a token; a token in another form than JWT says nothing. */
    static Principal of(String token) {
        String[] parts = token.split("\\.", -1);
        MapValue claims = parts.length == 3 ? claims(parts[1]) : MapValue.EMPTY;
        // Tokens of the second version have the application as azp.
        return new Principal(claims.text("appid").or(() -> claims.text("azp")), claims.text("oid"));
    }

    private static MapValue claims(String part) {
        try {
            String json = new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
            return ValueJson.read(json) instanceof MapValue map ? map : MapValue.EMPTY;
        } catch (IllegalArgumentException | IOException noClaims) {
            return MapValue.EMPTY;
        }
    }
}
