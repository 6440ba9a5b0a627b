package dev.corbel.engine.drift;

import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.diagnostic.SourceRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Edits of the files of a project: other literals for attributes, and blocks at the end. Nothing is written before all edits
 * are known, and each file is replaced as a whole.
 */
final class LiteralEdits {
    private final Path project;
    private final Map<String, String> contents = new LinkedHashMap<>();
    private final Map<String, TreeMap<Integer, Edit>> edits = new LinkedHashMap<>();

    private record Edit(int end, String text) {}

    LiteralEdits(Path project) {
        this.project = project;
    }

    /**
     * Puts another value in the place of a literal.
     *
     * @param assignment the place at which the attribute is set
     * @return false where no literal is there; then nothing will be edited there
     */
    boolean replace(SourceRange assignment, String attribute, String value) {
        String content = content(assignment.file());
        Optional<LiteralPlace> place =
                LiteralPlace.of(content, offset(content, assignment.line(), assignment.column()), attribute);
        place.ifPresent(
                literal -> edits.computeIfAbsent(assignment.file(), file -> new TreeMap<>(Comparator.reverseOrder()))
                        .put(literal.start(), new Edit(literal.end(), value)));
        return place.isPresent();
    }

    /** Adds a text at the end of a file, after an empty line. */
    void append(String file, String text) {
        String content = content(file);
        TreeMap<Integer, Edit> all = edits.computeIfAbsent(file, name -> new TreeMap<>(Comparator.reverseOrder()));
        Edit before = all.get(content.length());
        String beginning = before != null ? before.text() : content.endsWith("\n") ? "" : "\n";
        all.put(content.length(), new Edit(content.length(), beginning + "\n" + text));
    }

    private static int offset(String content, int line, int column) {
        int start = 0;
        for (int passed = 1; passed < line; passed++) {
            int end = content.indexOf('\n', start);
            if (end < 0) {
                return -1;
            }
            start = end + 1;
        }
        return start + column - 1;
    }

    private String content(String file) {
        return contents.computeIfAbsent(file, name -> {
            try {
                return Files.readString(project.resolve(name));
            } catch (IOException unreadable) {
                throw failure(name, unreadable);
            }
        });
    }

    /**
     * Replaces the files.
     *
     * @throws DiagnosticsException where one cannot be written
     */
    void write() {
        edits.forEach((file, all) -> {
            StringBuilder text = new StringBuilder(content(file));
            all.forEach((start, edit) -> text.replace(start, edit.end(), edit.text()));
            Path target = project.resolve(file);
            Path fresh = target.resolveSibling("." + target.getFileName() + ".adopting");
            try {
                Files.writeString(fresh, text);
                Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException unwritable) {
                throw failure(file, unwritable);
            }
        });
    }

    private static DiagnosticsException failure(String file, IOException cause) {
        return new DiagnosticsException(
                Diagnostic.error("The definition " + file + " cannot be edited", cause + "."), cause);
    }
}
