package dev.corbel.state.journal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Ids of operations: random UUIDs whose first group follows from the lineage of the state that they write to. Objects bear
 * the id of the operation that made them, so those of one state can be told from those of all others.
 */
public final class OperationId {
    private static final int MARK = 8;
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private OperationId() {}

    /** A new id for the state of a lineage. */
    public static String next(String lineage) {
        return mark(lineage) + UUID.randomUUID().toString().substring(MARK);
    }

    /** Tells whether a text has the form of an id. */
    public static boolean isOne(String text) {
        return FORM.matcher(text).matches();
    }

    /** Tells whether an id was made for the state of a lineage. */
    public static boolean isOf(String operation, String lineage) {
        return isOne(operation) && operation.startsWith(mark(lineage));
    }

    private static String mark(String lineage) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(lineage.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, MARK);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
