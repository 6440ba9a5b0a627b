package dev.corbel.providers.onprem.host;

import java.util.regex.Pattern;

/** Text for a POSIX shell. Every value gets into a script through here or through {@link Script#with}. */
public final class ShellText {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");

    private ShellText() {}

    /**
     * One word that the shell takes as it is, whatever is in it.
     *
     * @throws IllegalArgumentException for a NUL, which no shell can hold
     */
    public static String quote(String value) {
        if (value.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("a value for a shell has no NUL");
        }
        return "'" + value.replace("'", "'\\''") + "'";
    }

    /** Values as words beside each other. */
    public static String quoteAll(Iterable<String> values) {
        StringBuilder words = new StringBuilder();
        for (String value : values) {
            words.append(words.isEmpty() ? "" : " ").append(quote(value));
        }
        return words.toString();
    }

    /** An assignment of a quoted value, and a line end. */
    static String assignment(String name, String value) {
        if (!NAME.matcher(name).matches() || name.startsWith("corbel_")) {
            throw new IllegalArgumentException("not a name of a variable of a script: " + name);
        }
        return name + "=" + quote(value) + "\n";
    }
}
