package dev.corbel.dsl.language;

/** A name that references begin with and that nobody declares. */
public record Root(String name, String example, String description) {

    /** The row of a table in Markdown. */
    public String row() {
        return "| `" + example + "` | " + description + " |";
    }
}
