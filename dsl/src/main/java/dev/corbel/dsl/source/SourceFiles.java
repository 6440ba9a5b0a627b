package dev.corbel.dsl.source;

import java.util.List;
import java.util.Optional;

/** The source of a project's texts: its folder, or a saved plan. Paths are relative to the project, with {@code /}. */
public interface SourceFiles {

    /** The text of a file; empty where there is none. */
    Optional<String> read(String path);

    /** The bytes of a file; empty where there is none. */
    Optional<byte[]> bytes(String path);

    /** Tells whether there is a file. */
    boolean exists(String path);

    /** The paths of the files in a folder that a pattern finds, relative to it and in order. */
    List<String> matching(String folder, Glob pattern);

    /** Tells whether a path leads to a place in the project, and not by a link to another. */
    default boolean contains(String path) {
        return true;
    }

    /** The text that a provider's blueprint had when these files were saved; empty where they were not. */
    default Optional<String> savedBlueprint(String file) {
        return Optional.empty();
    }

    /** The paths of the {@code .groovy} files directly in a folder, in order; empty where there are none. */
    List<String> definitionsIn(String folder);
}
