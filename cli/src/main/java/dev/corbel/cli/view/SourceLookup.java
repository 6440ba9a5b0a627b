package dev.corbel.cli.view;

import java.util.Map;
import java.util.Optional;

/** Finds the text of a source file that a diagnostic names. */
@FunctionalInterface
public interface SourceLookup {
    SourceLookup NONE = file -> Optional.empty();

    /** The text; empty where there is no such file, or it cannot be read. */
    Optional<String> source(String file);

    static SourceLookup of(Map<String, String> sources) {
        return file -> Optional.ofNullable(sources.get(file));
    }

    /** Asks another one for what this one does not have. */
    default SourceLookup orElse(SourceLookup other) {
        return file -> source(file).or(() -> other.source(file));
    }
}
