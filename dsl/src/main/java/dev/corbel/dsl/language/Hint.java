package dev.corbel.dsl.language;

import java.util.List;

/**
 * The idiom of this language for a word of another one, in errors and in the table for people who come from there.
 *
 * @param words the names that it is found by
 * @param there how it is written there
 * @param here what to write, as code, or a sentence with code in backquotes
 * @param isCode whether all of {@code here} is code
 */
public record Hint(Place place, List<String> words, String there, String here, boolean isCode) {

    /** The places that a word of another language can stand in. */
    public enum Place {
        /** A name in an expression, such as {@code var} in {@code var.size}. */
        NAME,
        /** A function. */
        CALL,
        /** A name before a {@code =}. */
        ATTRIBUTE,
        /** A name before a {@code =} in the block of a module, which sets variables of the module. */
        MODULE,
        /** A block. */
        BLOCK,
        /** A class of a library. */
        CLASS
    }

    public Hint {
        words = List.copyOf(words);
    }

    static Hint code(Place place, String word, String there, String here) {
        return new Hint(place, List.of(word), there, here, true);
    }

    static Hint note(Place place, String words, String there, String here) {
        return new Hint(place, List.of(words.split(" ")), there, here, false);
    }

    /** The sentence that an error ends with. */
    public String sentence() {
        return isCode ? "Write " + here + "." : here.replace("`", "");
    }

    /** The row of a table in Markdown. */
    public String row() {
        String left = there.contains("`") ? there : "`" + there + "`";
        return "| " + cell(left) + " | " + cell(isCode ? "`" + here + "`" : here) + " |";
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }
}
