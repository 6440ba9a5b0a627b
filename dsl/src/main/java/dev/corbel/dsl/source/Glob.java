package dev.corbel.dsl.source;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A pattern for paths: {@code *} and {@code ?} stay in one folder, {@code **} stands for any number of folders, {@code
 * {a,b}} for either, {@code [a-c]} and {@code [^a]} for one character, and {@code \\} takes the meaning of the next one.
 */
public final class Glob {
    private final String text;
    private final Pattern pattern;

    private Glob(String text, Pattern pattern) {
        this.text = text;
        this.pattern = pattern;
    }

    /** Reads a pattern; an {@link IllegalArgumentException} where it is none. */
    public static Glob of(String text) {
        StringBuilder regex = new StringBuilder();
        int braces = 0;
        for (int at = 0; at < text.length(); at++) {
            char next = text.charAt(at);
            if (next == '*' && text.startsWith("**/", at)) {
                regex.append("(?:[^/]+/)*");
                at += 2;
            } else if (next == '*' && text.startsWith("**", at)) {
                regex.append(".*");
                at++;
            } else if (next == '*' || next == '?') {
                regex.append(next == '*' ? "[^/]*" : "[^/]");
            } else if (next == '{') {
                braces++;
                regex.append("(?:");
            } else if (next == '}' && braces > 0) {
                braces--;
                regex.append(')');
            } else if (next == ',' && braces > 0) {
                regex.append('|');
            } else if (next == '[') {
                int end = text.indexOf(']', at + 2);
                if (end < 0) {
                    throw new IllegalArgumentException("\"[\" has no end");
                }
                String inside =
                        text.substring(at + 1, end).replace("\\", "\\\\").replace("[", "\\[");
                regex.append('[').append(inside).append(']');
                at = end;
            } else {
                boolean escaped = next == '\\' && at + 1 < text.length();
                regex.append(Pattern.quote(String.valueOf(escaped ? text.charAt(++at) : next)));
            }
        }
        if (braces > 0) {
            throw new IllegalArgumentException("\"{\" has no end");
        }
        try {
            return new Glob(text, Pattern.compile(regex.toString()));
        } catch (PatternSyntaxException wrong) {
            throw new IllegalArgumentException("\"" + text + "\" is no pattern", wrong);
        }
    }

    boolean matches(String path) {
        return pattern.matcher(path).matches();
    }

    @Override
    public String toString() {
        return text;
    }
}
