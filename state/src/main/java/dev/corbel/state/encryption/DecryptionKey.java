package dev.corbel.state.encryption;

import javax.crypto.SecretKey;

/** The data key of a run that ended, or of this one, for reading alone. */
public final class DecryptionKey {
    private final SecretKey key;

    DecryptionKey(SecretKey key) {
        this.key = key;
    }

    /**
     * Decrypts a piece of content in its place.
     *
     * @throws DecryptionException where it was altered, or encrypted for another place
     */
    public byte[] decrypt(byte[] encrypted, RecordBinding place) throws DecryptionException {
        return AesGcm.decrypt(key, encrypted, place.bytes())
                .orElseThrow(() -> DecryptionException.altered(place.kind()));
    }
}
