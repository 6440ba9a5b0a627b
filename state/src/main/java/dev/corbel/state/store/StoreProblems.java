package dev.corbel.state.store;

import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.state.FencedException;
import java.io.IOException;

/** The problems with the journal of an environment, in the words of its store. */
public interface StoreProblems {

    DiagnosticsException cannotWriteJournal(IOException cause);

    /** A segment that is being written was removed, or another one stands in its place. */
    FencedException removedJournal(String segment);

    /** A segment of a newer format, or one that cannot be read or decrypted. */
    DiagnosticsException unreadableJournal(String segment, IOException cause);

    /** A line is not what was written. */
    DiagnosticsException corruptJournal(String segment, int line, String detail);

    /**
     * A crash tore the last segment.
     *
     * @param kept where what was cut off is now
     */
    Diagnostic tornJournal(String segment, int line, String kept);

    /** There is nothing in a segment. */
    Diagnostic emptyJournal(String segment);

    /** A segment does not go on from the snapshot. */
    DiagnosticsException strayJournal(String segment, String detail);

    /** A segment is of another environment. */
    DiagnosticsException foreignJournal(String segment, String environment);
}
