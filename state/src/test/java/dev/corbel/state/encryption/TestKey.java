package dev.corbel.state.encryption;

import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A key with a name, kept nowhere: two of the same name are the same key. Counts what it is asked for. */
public final class TestKey implements KeySource {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String name;
    private boolean gone;
    private int wrapped;
    private int unwrapped;

    public TestKey(String name) {
        this.name = name;
    }

    /** Encryption with keys of these names. */
    public static StateEncryption encryption(String environment, String... names) {
        return new StateEncryption(environment, sources(names), List.of(), false, Optional.empty());
    }

    /** The same, which still reads what was written with others. */
    public static StateEncryption encryption(String environment, String name, List<String> former, boolean clear) {
        return new StateEncryption(
                environment, sources(name), sources(former.toArray(String[]::new)), clear, Optional.empty());
    }

    private static List<KeySource> sources(String... names) {
        return Arrays.stream(names).<KeySource>map(TestKey::new).toList();
    }

    /** Whoever asks for it from now on is told that it cannot be reached. */
    public TestKey gone() {
        gone = true;
        return this;
    }

    public int wrapped() {
        return wrapped;
    }

    public int unwrapped() {
        return unwrapped;
    }

    @Override
    public String kind() {
        return "test";
    }

    @Override
    public String description() {
        return "the test key " + name;
    }

    @Override
    public WrappedKey wrap(byte[] dataKey, KeyContext context) {
        check();
        wrapped++;
        byte[] nonce = new byte[AesGcm.NONCE];
        RANDOM.nextBytes(nonce);
        byte[] key = Arrays.copyOf(name.getBytes(StandardCharsets.UTF_8), AesGcm.KEY);
        return WrappedKey.of(
                "test", Map.of("key", name), AesGcm.encrypt(AesGcm.key(key), nonce, dataKey, bytes(context)));
    }

    @Override
    public Optional<byte[]> unwrap(WrappedKey key, KeyContext context) {
        check();
        unwrapped++;
        byte[] own = Arrays.copyOf(name.getBytes(StandardCharsets.UTF_8), AesGcm.KEY);
        return AesGcm.decrypt(AesGcm.key(own), key.bytes(), bytes(context));
    }

    private void check() {
        if (gone) {
            throw new DiagnosticsException(Diagnostic.error("The test key " + name + " cannot be reached", ""));
        }
    }

    private static byte[] bytes(KeyContext context) {
        return context.entries().toString().getBytes(StandardCharsets.UTF_8);
    }
}
