package dev.corbel.dsl.source;

import java.util.Base64;
import java.util.List;

/**
 * What a definition found out about files besides their texts, in the form in which saved plans carry it: as texts among
 * the sources, under names that no path of a project has.
 */
public final class SavedAnswers {
    private SavedAnswers() {}

    /** The name for the bytes of a file that is no text. */
    public static String bytes(String path) {
        return "//bytes/" + path;
    }

    /** The name for whether there is a file. */
    public static String exists(String path) {
        return "//exists/" + path;
    }

    /** The name for the files that a pattern finds. */
    public static String matching(String folder, Glob pattern) {
        return "//matching/" + folder + "/" + pattern;
    }

    public static String encoded(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    static byte[] decoded(String text) {
        return Base64.getDecoder().decode(text);
    }

    /** The paths as one text, each on a line. */
    public static String text(List<String> paths) {
        return String.join("\n", paths);
    }

    static List<String> lines(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split("\n"));
    }
}
