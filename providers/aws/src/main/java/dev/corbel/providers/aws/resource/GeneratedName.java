package dev.corbel.providers.aws.resource;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Names for objects that the definition leaves nameless: a readable beginning and 26 characters that the operation
 * decides, so that repeating an interrupted creation arrives at the same name.
 */
public final class GeneratedName {
    private static final int SUFFIX = 26;
    private static final int BASE = 36;

    private GeneratedName() {}

    /**
     * A name of lower-case letters, digits and hyphens.
     *
     * @param beginning is cut where the name would become too long
     * @param token the operation
     * @param longest how many characters the service takes
     */
    public static String of(String beginning, String token, int longest) {
        String cut = beginning.substring(0, Math.min(beginning.length(), longest - SUFFIX));
        return cut + suffix(token);
    }

    private static String suffix(String token) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return new BigInteger(1, digest).toString(BASE).substring(0, SUFFIX);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
