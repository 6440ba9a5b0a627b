package dev.corbel.clients.azure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrincipalTest {
    private static String token(String claims) {
        Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
        return encoder.encodeToString("{}".getBytes(StandardCharsets.UTF_8))
                + "."
                + encoder.encodeToString(claims.getBytes(StandardCharsets.UTF_8))
                + ".signature";
    }

    @ParameterizedTest
    @ValueSource(strings = {"appid", "azp"})
    void aTokenOfEitherVersionSaysTheApplicationAndTheIdentity(String claim) {
        Principal principal = Principal.of(token("{\"" + claim + "\":\"app\",\"oid\":\"me\"}"));

        assertThat(principal.client()).contains("app");
        assertThat(principal.object()).contains("me");
    }

    @ParameterizedTest
    @ValueSource(strings = {"opaque", "a.b", "a.?.c", "a.bm8tanNvbg.c", "a.W10.c"})
    void aTokenInAnotherFormSaysNothing(String token) {
        assertThat(Principal.of(token).client()).isEmpty();
        assertThat(Principal.of(token).object()).isEmpty();
    }

    @Test
    void aTokenWithoutTheseClaimsSaysNothing() {
        assertThat(Principal.of(token("{\"sub\":\"x\"}")).object()).isEmpty();
    }
}
