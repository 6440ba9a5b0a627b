package dev.corbel.state.encryption;

import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import java.util.Optional;

/**
 * Encrypts data keys: a passphrase, or a key in a key management service. Content itself is encrypted here, with a data key
 * of 32 random bytes that every run makes for itself; a source only ever sees such keys.
 *
 * <p>Whatever wraps a data key must authenticate it together with all {@linkplain KeyContext#entries entries of the
 * context} (a key management service's encryption context), so that a key cannot be unwrapped under another one. A call to a
 * service happens at most once per run for wrapping and once per distinct wrapped key for unwrapping. Nothing is asked for
 * before the first of these calls: making a source reads no secret and opens no connection.
 *
 * <p>No message may hold a data key, a passphrase or credentials. Safe for use by several threads.
 */
public interface KeySource {

    /** The kind of source, which is also the name of its block, such as {@code passphrase} or {@code awsKms}. */
    String kind();

    /** The name of the key, as part of a sentence, such as {@code the AWS KMS key arn:aws:kms:…}. */
    String description();

    /**
     * Encrypts a data key.
     *
     * @throws DiagnosticsException where the key cannot be used
     */
    WrappedKey wrap(byte[] dataKey, KeyContext context);

    /**
     * Decrypts a data key.
     *
     * @param key of this {@link #kind}, which any source of the kind may have made
     * @return empty where this source cannot have wrapped it under this context: it has another key, or the wrapped key was
     *     altered
     * @throws DiagnosticsException where that cannot be found out: the secret is missing, access is denied, the service cannot
     *     be reached
     */
    Optional<byte[]> unwrap(WrappedKey key, KeyContext context);
}
