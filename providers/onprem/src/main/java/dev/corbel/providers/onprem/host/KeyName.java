package dev.corbel.providers.onprem.host;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Names of files for keys with any text in them, such as paths. */
final class KeyName {
    private static final int LONGEST = 150;
    private static final String PLAIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_+@:";

    private KeyName() {}

    /** One name for each key: other characters than plain ones are in hexadecimal, and a long key is cut, with its checksum. */
    static String of(String key) {
        StringBuilder name = new StringBuilder();
        for (byte octet : key.getBytes(StandardCharsets.UTF_8)) {
            char character = (char) (octet & 0xff);
            boolean dotInside = character == '.' && !name.isEmpty();
            if (dotInside || PLAIN.indexOf(character) >= 0) {
                name.append(character);
            } else {
                name.append('%').append(HexFormat.of().toHexDigits(octet));
            }
        }
        return name.length() <= LONGEST
                ? name.toString()
                : name.substring(0, LONGEST) + "%" + Body.of(key).sha256();
    }
}
