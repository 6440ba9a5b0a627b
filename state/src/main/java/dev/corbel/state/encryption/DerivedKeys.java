package dev.corbel.state.encryption;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** Makes keys out of passphrases, slowly on purpose, and each one once per process. */
final class DerivedKeys {
    /** As envelopes name it. */
    static final String NAME = "PBKDF2-HMAC-SHA-512";

    private static final Map<Derivation, SecretKey> KEYS = new ConcurrentHashMap<>();

    private DerivedKeys() {}

    private record Derivation(String passphraseDigest, String salt, int iterations) {}

    static SecretKey derive(String passphrase, byte[] salt, int iterations) {
        Derivation derivation =
                new Derivation(digest(passphrase), HexFormat.of().formatHex(salt), iterations);
        return KEYS.computeIfAbsent(derivation, missing -> compute(passphrase, salt, iterations));
    }

    private static SecretKey compute(String passphrase, byte[] salt, int iterations) {
        PBEKeySpec slow = new PBEKeySpec(passphrase.toCharArray(), salt, iterations, AesGcm.KEY * 8);
        try {
            return AesGcm.key(SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                    .generateSecret(slow)
                    .getEncoded());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        } finally {
            slow.clearPassword();
        }
    }

    private static String digest(String passphrase) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256").digest(passphrase.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
