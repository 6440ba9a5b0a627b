package dev.corbel.state.encryption;

import javax.crypto.SecretKey;

/** The data key of a run that ended, or of this one, for reading alone. */
public final class OpeningKey {
    private final SecretKey key;

    OpeningKey(SecretKey key) {
        this.key = key;
    }

    /**
     * Decrypts a piece of content in its place.
     *
     * @throws UnsealableException where it was altered, or sealed for another place
     */
    public byte[] open(byte[] sealed, RecordBinding place) throws UnsealableException {
        return AesGcm.open(key, sealed, place.bytes()).orElseThrow(() -> UnsealableException.altered(place.kind()));
    }
}
