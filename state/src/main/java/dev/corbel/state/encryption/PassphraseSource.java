package dev.corbel.state.encryption;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/**
 * Wraps data keys with a key derived from a passphrase. The salt of what was read is used again for what is written, so that
 * a command derives once.
 */
final class PassphraseSource implements KeySource {
    static final String KIND = "passphrase";
    /**
     * The number of times that a passphrase is hashed to give its key, as OWASP recommends for SHA-512. Fewer are refused, since the
     * passphrase would be easier to guess.
     */
    static final int ITERATIONS = 210_000;

    private static final int MAX_ITERATIONS = 100_000_000;
    private static final int SALT = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final PassphraseOrigin origin;
    private final int iterations;
    private byte @Nullable [] salt;

    PassphraseSource(PassphraseOrigin origin) {
        this(origin, ITERATIONS);
    }

    PassphraseSource(PassphraseOrigin origin, int iterations) {
        this.origin = origin;
        this.iterations = iterations;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String description() {
        return origin.description();
    }

    @Override
    public WrappedKey wrap(byte[] dataKey, KeyContext context) {
        String passphrase = origin.read();
        byte[] used = salt();
        Map<String, String> parameters = new TreeMap<>();
        parameters.put("derivation", DerivedKeys.NAME);
        parameters.put("iterations", String.valueOf(iterations));
        parameters.put("salt", Base64.getEncoder().encodeToString(used));
        SecretKey key = DerivedKeys.derive(passphrase, used, iterations);
        byte[] nonce = random(AesGcm.NONCE);
        return WrappedKey.of(KIND, parameters, AesGcm.encrypt(key, nonce, dataKey, associated(parameters, context)));
    }

    @Override
    public Optional<byte[]> unwrap(WrappedKey key, KeyContext context) {
        String passphrase = origin.read();
        Optional<byte[]> used = salt(key);
        int count = iterations(key);
        if (used.isEmpty()
                || count < iterations
                || count > MAX_ITERATIONS
                || !DerivedKeys.NAME.equals(key.parameters().get("derivation"))) {
            return Optional.empty();
        }
        SecretKey derived = DerivedKeys.derive(passphrase, used.get(), count);
        Optional<byte[]> data = AesGcm.decrypt(derived, key.bytes(), associated(key.parameters(), context));
        if (data.isPresent()) {
            remember(used.get());
        }
        return data;
    }

    private synchronized void remember(byte[] used) {
        salt = used;
    }

    private synchronized byte[] salt() {
        if (salt == null) {
            salt = random(SALT);
        }
        return salt;
    }

    private static Optional<byte[]> salt(WrappedKey key) {
        try {
            byte[] salt = Base64.getDecoder().decode(key.parameters().getOrDefault("salt", ""));
            return salt.length < SALT ? Optional.empty() : Optional.of(salt);
        } catch (IllegalArgumentException altered) {
            return Optional.empty();
        }
    }

    private static int iterations(WrappedKey key) {
        try {
            return Integer.parseInt(key.parameters().getOrDefault("iterations", ""));
        } catch (NumberFormatException altered) {
            return -1;
        }
    }

    /** Both are maps in the order of their names, and so give one text. */
    private static byte[] associated(Map<String, String> parameters, KeyContext context) {
        return ("corbel 1 " + KIND + " " + parameters + " " + context.entries()).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
