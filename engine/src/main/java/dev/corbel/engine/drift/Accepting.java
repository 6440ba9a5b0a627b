package dev.corbel.engine.drift;

import java.util.List;

/**
 * The ways in which a definition would accept what drifted.
 *
 * @param texts for people to take over
 * @param written the places of the definition that were edited
 */
public record Accepting(List<String> texts, List<String> written) {
    /** Nobody asked. */
    public static final Accepting NONE = new Accepting(List.of(), List.of());

    public Accepting {
        texts = List.copyOf(texts);
        written = List.copyOf(written);
    }

    /** What becomes of the texts that accept drift. */
    public enum Mode {
        NONE,
        /** People take them over. */
        PRINT,
        /** They go into the definition where that is safe; people take over the others. */
        WRITE
    }
}
