package dev.corbel.state.encryption;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-256 in Galois/counter mode. The result is the nonce, the ciphertext and the tag, one after the other. */
final class AesGcm {
    /** As envelopes name it. */
    static final String NAME = "AES-256-GCM";
    /** In bytes. */
    static final int KEY = 32;

    static final int NONCE = 12;
    private static final int TAG = 16;

    private AesGcm() {}

    static SecretKey key(byte[] bytes) {
        return new SecretKeySpec(bytes, "AES");
    }

    /** @param nonce never used with this key before */
    static byte[] encrypt(SecretKey key, byte[] nonce, byte[] clear, byte[] associated) {
        byte[] encrypted = Arrays.copyOf(nonce, NONCE + clear.length + TAG);
        try {
            cipher(Cipher.ENCRYPT_MODE, key, nonce, associated).doFinal(clear, 0, clear.length, encrypted, NONCE);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
        return encrypted;
    }

    /** Empty where another key encrypted it, or with other associated data, or where it was altered. */
    static Optional<byte[]> decrypt(SecretKey key, byte[] encrypted, byte[] associated) {
        if (encrypted.length < NONCE + TAG) {
            return Optional.empty();
        }
        try {
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, key, Arrays.copyOf(encrypted, NONCE), associated);
            return Optional.of(cipher.doFinal(encrypted, NONCE, encrypted.length - NONCE));
        } catch (AEADBadTagException wrong) {
            return Optional.empty();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] nonce, byte[] associated)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG * 8, nonce));
        cipher.updateAAD(associated);
        return cipher;
    }
}
