package dev.corbel.state.backend;

import java.nio.charset.StandardCharsets;

/** The name of an environment's folder. */
public final class FolderName {
    private FolderName() {}

    /** A name that is a folder's on every file system and in every store; different environments stay different. */
    public static String of(String environment) {
        StringBuilder text = new StringBuilder();
        for (byte b : environment.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = (b >= 'a' && b <= 'z')
                    || (b >= 'A' && b <= 'Z')
                    || (b >= '0' && b <= '9')
                    || b == '-'
                    || b == '_'
                    || (b == '.' && !text.isEmpty());
            if (plain) {
                text.append((char) b);
            } else {
                text.append('%').append("%02X".formatted(b));
            }
        }
        return text.toString();
    }
}
