package dev.corbel.providers.kit.naming;

import dev.corbel.providers.api.ResourceType.CreateRequest;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Names for objects that the definition leaves nameless: a readable beginning and 26 hexadecimal digits that the operation
 * decides, so that repeating an interrupted creation arrives at the same name. By so many digits Terraform knows a
 * made-up name, and takes the part before them for the prefix.
 */
public final class GeneratedName {
    private static final int SUFFIX = 26;
    private static final int BASE = 16;

    private GeneratedName() {}

    /**
     * A name of lower-case letters, digits and hyphens.
     *
     * @param beginning is cut where the name would become too long
     * @param token the operation
     * @param maxLength the number of characters that the service takes
     */
    public static String of(String beginning, String token, int maxLength) {
        String cut = beginning.substring(0, Math.min(beginning.length(), maxLength - SUFFIX));
        return cut + suffix(token);
    }

    /**
     * A name for a new object: begins as the definition says, else as the resource is called.
     *
     * @param prefix the attribute that may have its beginning, such as {@code name_prefix}
     */
    public static String of(CreateRequest request, String prefix, int maxLength) {
        String beginning = request.planned()
                .text(prefix)
                .orElseGet(() -> plain(request.address().last().label()));
        return of(beginning, request.token(), maxLength);
    }

    private static String plain(@Nullable String label) {
        String plain = (label == null ? "" : label)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-+|-+$", "");
        return plain.isEmpty() ? "corbel-" : plain + "-";
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
