package dev.corbel.cli.view;

import dev.corbel.cli.terminal.Hyperlinks;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Links from texts to lines of a project's files.
 *
 * @param links of the terminal
 * @param project what the names of files are relative to
 */
public record SourceLinks(Hyperlinks links, Path project) {
    /** Links nothing. */
    public static final SourceLinks NONE = new SourceLinks(Hyperlinks.NONE, Path.of(""));

    boolean areNone() {
        return links == Hyperlinks.NONE;
    }

    /** The text, as a link where the project has such a file; what providers bring has names, too, and is none. */
    String link(String file, int line, String text) {
        if (areNone()) {
            return text;
        }
        Path target = project.resolve(file);
        return Files.exists(target) ? links.link(target, line, text) : text;
    }
}
