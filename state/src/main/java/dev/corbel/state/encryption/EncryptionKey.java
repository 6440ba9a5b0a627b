package dev.corbel.state.encryption;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.SecretKey;

/**
 * The data key of one run. No other run encrypts with it, so a counter is enough to never use a nonce twice; random bytes before
 * it are a second line of defence. Safe for use by several threads.
 */
public final class EncryptionKey {
    private final SecretKey key;
    private final List<WrappedKey> wrapped;
    private final int prefix;
    private final AtomicLong counter = new AtomicLong();

    EncryptionKey(SecretKey key, List<WrappedKey> wrapped, SecureRandom random) {
        this.key = key;
        this.wrapped = List.copyOf(wrapped);
        this.prefix = random.nextInt();
    }

    /** The data key as it stands beside the content, so that each of the sources can decrypt it. */
    public List<WrappedKey> wrapped() {
        return wrapped;
    }

    /** The name of the algorithm, as it stands beside the content. */
    public static String algorithm() {
        return AesGcm.NAME;
    }

    /** Encrypts a piece of content for its place. */
    public byte[] encrypt(byte[] clear, RecordBinding place) {
        byte[] nonce = ByteBuffer.allocate(AesGcm.NONCE)
                .putInt(prefix)
                .putLong(counter.getAndIncrement())
                .array();
        return AesGcm.encrypt(key, nonce, clear, place.bytes());
    }
}
