package dev.corbel.dsl.language;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A word of the language that begins a declaration.
 *
 * @param levels the places that it may stand in
 * @param labels the meaning of each label; all of them are needed
 * @param options the names of options, written {@code name: value}
 */
public record Keyword(
        String name,
        Form form,
        Set<Level> levels,
        List<String> labels,
        Set<String> options,
        String description,
        String example) {

    /** The syntax of a declaration. */
    public enum Form {
        /** {@code name = value}. */
        ATTRIBUTE,
        /** {@code name(…) { … }}. */
        BLOCK
    }

    public Keyword {
        levels = Set.copyOf(levels);
        labels = List.copyOf(labels);
        options = java.util.Collections.unmodifiableSet(new TreeSet<>(options));
    }

    boolean isBlock() {
        return form != Form.ATTRIBUTE;
    }

    /** The places as a text: {@code environments, modules}. */
    public String places() {
        return EnumSet.copyOf(levels).stream().map(Level::title).collect(Collectors.joining(", "));
    }

    /** The row of a table in Markdown. */
    public String row() {
        return "| `" + name + "` | " + places() + " | " + description + " | `" + example.replace("|", "\\|") + "` |";
    }
}
