package dev.corbel.state.encryption;

import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.diagnostic.SourceRange;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/**
 * Encrypts and decrypts the content of one environment in this run: encrypted with a data key that each of the current sources can
 * unwrap, or in the clear. What was written with former sources is still read. Sources are asked when the first content is
 * read or written. Safe for use by several threads.
 */
public final class StateEncryption {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final KeyContext context;
    private final List<KeySource> current;
    private final List<KeySource> former;
    private final boolean takesClear;
    private final Optional<SourceRange> range;
    private final Map<List<WrappedKey>, SecretKey> dataKeys = new HashMap<>();
    private @Nullable EncryptionKey encryptionKey;
    private @Nullable List<WrappedKey> found;

    /**
     * Encryption of one environment.
     *
     * @param current sources that can decrypt what is written from now on; none to write in the clear
     * @param former sources with which content is still read
     * @param takesClear whether content in the clear is read although what is written is encrypted
     * @param range where the definition says so
     */
    public StateEncryption(
            String environment,
            List<KeySource> current,
            List<KeySource> former,
            boolean takesClear,
            Optional<SourceRange> range) {
        this.context = new KeyContext(environment);
        this.current = List.copyOf(current);
        this.former = List.copyOf(former);
        this.takesClear = takesClear || current.isEmpty();
        this.range = range;
    }

    /** Content in the clear. */
    public static StateEncryption none(String environment) {
        return new StateEncryption(environment, List.of(), List.of(), true, Optional.empty());
    }

    public String environment() {
        return context.environment();
    }

    /** Tells whether what is written is encrypted. */
    public boolean encrypts() {
        return !current.isEmpty();
    }

    /** The key that this run encrypts with; empty where it writes in the clear. A {@link DiagnosticsException} without the key. */
    public synchronized Optional<EncryptionKey> encryptionKey() {
        if (encryptionKey == null && encrypts()) {
            byte[] data = new byte[AesGcm.KEY];
            RANDOM.nextBytes(data);
            List<WrappedKey> wrapped = current.stream()
                    .map(source -> source.wrap(data.clone(), context))
                    .toList();
            SecretKey key = AesGcm.key(data);
            dataKeys.put(wrapped, key);
            encryptionKey = new EncryptionKey(key, wrapped, RANDOM);
        }
        return Optional.ofNullable(encryptionKey);
    }

    /**
     * The key to content beside which these keys stand.
     *
     * @throws DecryptionException where none of the sources made one of them
     * @throws DiagnosticsException where a source cannot be used and no other one made them
     */
    public synchronized DecryptionKey decryptionKey(ContentKind kind, List<WrappedKey> keys)
            throws DecryptionException {
        SecretKey key = dataKeys.get(keys);
        if (key == null) {
            key = unwrap(kind, keys);
            dataKeys.put(List.copyOf(keys), key);
        }
        return new DecryptionKey(key);
    }

    private SecretKey unwrap(ContentKind kind, List<WrappedKey> keys) throws DecryptionException {
        List<KeySource> sources = new ArrayList<>(current);
        sources.addAll(former);
        if (sources.isEmpty()) {
            throw DecryptionException.noKey(kind, keys);
        }
        List<KeySource> tried = new ArrayList<>();
        DiagnosticsException unusable = null;
        for (KeySource source : sources) {
            try {
                if (keys.stream().anyMatch(key -> key.kind().equals(source.kind()))) {
                    tried.add(source);
                }
                Optional<byte[]> data = unwrap(source, keys);
                if (data.isPresent()) {
                    return AesGcm.key(data.get());
                }
            } catch (DiagnosticsException problem) {
                unusable = unusable == null ? problem : unusable;
            }
        }
        if (unusable != null) {
            throw unusable;
        }
        throw tried.isEmpty()
                ? DecryptionException.otherKind(kind, keys, sources, range)
                : DecryptionException.wrongKey(kind, tried, range);
    }

    private Optional<byte[]> unwrap(KeySource source, List<WrappedKey> keys) {
        return keys.stream()
                .filter(key -> key.kind().equals(source.kind()))
                .flatMap(key -> source.unwrap(key, context).stream())
                .filter(data -> data.length == AesGcm.KEY)
                .findFirst();
    }

    /**
     * Lets content pass that was found in the clear.
     *
     * @throws DecryptionException where it should have been encrypted
     */
    public void checkClear(ContentKind kind) throws DecryptionException {
        if (!takesClear) {
            throw DecryptionException.clear(kind, range);
        }
    }

    /**
     * Lets content pass that says to be of an environment.
     *
     * @throws DecryptionException where that is another one
     */
    public void checkEnvironment(ContentKind kind, String named) throws DecryptionException {
        if (!named.equals(environment())) {
            throw DecryptionException.otherEnvironment(kind, named, environment());
        }
    }

    /** Takes note of the keys beside the snapshot that was read or written last; none where it is in the clear. */
    public synchronized void found(List<WrappedKey> keys) {
        found = List.copyOf(keys);
    }

    /** Tells whether the snapshot that was found is encrypted in another way than this run writes, so that it should be written anew. */
    public synchronized boolean outdated() {
        List<WrappedKey> keys = found;
        if (keys == null) {
            return false;
        }
        return keys.size() != current.size() || !current.stream().allMatch(source -> mayHaveMade(source, keys));
    }

    /** One that cannot be used now is no reason to write, since that needs it. */
    private boolean mayHaveMade(KeySource source, List<WrappedKey> keys) {
        try {
            return unwrap(source, keys).isPresent();
        } catch (DiagnosticsException unusable) {
            return keys.stream().anyMatch(key -> key.kind().equals(source.kind()));
        }
    }
}
