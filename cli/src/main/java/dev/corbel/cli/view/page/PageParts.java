package dev.corbel.cli.view.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The style and the script of the page, which stand in it. A browser runs and applies them alone, since the page names their
 * digests.
 */
final class PageParts {
    private final String style = read("plan.css");
    private final String script = read("plan.js");

    /** The element with the style. */
    String style() {
        return "<style>" + style + "</style>\n";
    }

    /** The element with the script. */
    String script() {
        return "<script>" + script + "</script>\n";
    }

    /** The policy that keeps the page from asking for anything, and from running what is not its own. */
    String policy() {
        return "default-src 'none'; style-src '" + digest(style) + "'; script-src '" + digest(script)
                + "'; base-uri 'none'; form-action 'none'";
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String read(String name) {
        try (InputStream part = PageParts.class.getResourceAsStream(name)) {
            if (part == null) {
                throw new IllegalStateException(name + " is missing");
            }
            return new String(part.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
