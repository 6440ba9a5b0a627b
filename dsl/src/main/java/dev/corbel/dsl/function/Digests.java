package dev.corbel.dsl.function;

import dev.corbel.providers.api.value.Value;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** Digests of bytes. */
final class Digests {
    private Digests() {}

    static byte[] of(String algorithm, byte[] bytes) {
        try {
            return MessageDigest.getInstance(algorithm).digest(bytes);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    static Value base64(String algorithm, byte[] bytes) {
        return Value.of(Base64.getEncoder().encodeToString(of(algorithm, bytes)));
    }

    static Value ofText(String algorithm, Arguments given) {
        return base64(algorithm, given.text(0).getBytes(StandardCharsets.UTF_8));
    }
}
