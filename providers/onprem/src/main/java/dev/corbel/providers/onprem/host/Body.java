package dev.corbel.providers.onprem.host;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Bytes that go to a host beside a script, such as the content of a file. Length and checksum are known before they are
 * sent, and the host compares both.
 *
 * @param length in bytes
 * @param sha256 in hexadecimal
 * @param content opened anew for each time that it is sent
 */
public record Body(long length, String sha256, Source content) {

    /** Opens the bytes. */
    @FunctionalInterface
    public interface Source {
        InputStream open() throws IOException;
    }

    public static Body of(byte[] bytes) {
        byte[] kept = bytes.clone();
        return new Body(
                kept.length,
                HexFormat.of().formatHex(digest().digest(kept)),
                () -> new java.io.ByteArrayInputStream(kept));
    }

    public static Body of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The bytes of a file, which is read twice and may be large. */
    public static Body of(Path file) throws IOException {
        MessageDigest digest = digest();
        long length;
        try (DigestInputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            length = in.transferTo(OutputStream.nullOutputStream());
        }
        return new Body(length, HexFormat.of().formatHex(digest.digest()), () -> Files.newInputStream(file));
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
