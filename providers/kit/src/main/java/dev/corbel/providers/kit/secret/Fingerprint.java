package dev.corbel.providers.kit.secret;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A trace of a text, by which another text is recognised as the same: {@code KEY:HMAC-SHA-256}, both in Base64. The key
 * is random and each time another one, so that equal texts have different fingerprints and no table helps to find a
 * text.
 */
public final class Fingerprint {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Fingerprint() {}

    /** A new fingerprint of a text. */
    public static String of(String text) {
        byte[] key = new byte[KEY_BYTES];
        RANDOM.nextBytes(key);
        return with(key, text);
    }

    /** Tests a text against a fingerprint; one that is damaged matches nothing. */
    public static boolean matches(String fingerprint, String text) {
        int end = fingerprint.indexOf(':');
        if (end < 1) {
            return false;
        }
        byte[] key;
        try {
            key = Base64.getDecoder().decode(fingerprint.substring(0, end));
        } catch (IllegalArgumentException damaged) {
            return false;
        }
        return MessageDigest.isEqual(bytes(fingerprint), bytes(with(key, text)));
    }

    private static String with(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            Base64.Encoder base64 = Base64.getEncoder();
            return base64.encodeToString(key) + ":" + base64.encodeToString(mac.doFinal(bytes(text)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has " + ALGORITHM, impossible);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
