package dev.corbel.emulators.proxy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Numbers that look random and follow from a text. */
final class Digest {
    private Digest() {}

    static byte[] of(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** From 0 up to, but not including, 1. */
    static double share(String text) {
        return (ByteBuffer.wrap(of(text)).getLong() >>> 11) / (double) (1L << 53);
    }
}
