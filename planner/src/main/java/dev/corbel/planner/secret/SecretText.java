package dev.corbel.planner.secret;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.function.IntSupplier;

/**
 * Texts of a secret: letters and digits, so that no encoding changes them, beginning with a letter and with a capital, a small
 * letter and a digit among them, as passwords must.
 */
final class SecretText {
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final String CHARACTERS = LETTERS + "0123456789";
    private static final SecureRandom RANDOM = new SecureRandom();

    private SecretText() {}

    /** A text that nobody can guess. */
    static String random(int length) {
        return from(length, () -> RANDOM.nextInt(1 << 16));
    }

    /** A text that follows from another one, and looks like a secret. */
    static String following(int length, String seed) {
        return from(length, new IntSupplier() {
            private byte[] block = digest(seed);
            private int used;

            @Override
            public int getAsInt() {
                if (used == block.length) {
                    block = digest(seed + new String(block, StandardCharsets.ISO_8859_1));
                    used = 0;
                }
                int number = ((block[used] & 0xff) << 8) | (block[used + 1] & 0xff);
                used += 2;
                return number;
            }
        });
    }

    private static String from(int length, IntSupplier numbers) {
        String text;
        do {
            StringBuilder built = new StringBuilder(length);
            built.append(character(LETTERS, numbers));
            while (built.length() < length) {
                built.append(character(CHARACTERS, numbers));
            }
            text = built.toString();
        } while (!text.matches(".*[a-z].*") || !text.matches(".*[A-Z].*") || !text.matches(".*[0-9].*"));
        return text;
    }

    /** Each character as likely as the others: numbers at the end that would favour the first ones are passed over. */
    private static char character(String characters, IntSupplier numbers) {
        int limit = ((1 << 16) / characters.length()) * characters.length();
        int number = numbers.getAsInt();
        while (number >= limit) {
            number = numbers.getAsInt();
        }
        return characters.charAt(number % characters.length());
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
