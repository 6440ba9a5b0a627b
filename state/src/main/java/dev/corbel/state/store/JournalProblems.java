package dev.corbel.state.store;

import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.diagnostic.SourceRange;
import dev.corbel.state.FencedException;
import java.io.IOException;

/** The problems with a journal that all stores tell alike. */
public abstract class JournalProblems implements StoreProblems {
    private final String environment;

    protected JournalProblems(String environment) {
        this.environment = environment;
    }

    protected final String environment() {
        return environment;
    }

    /** A segment as people know it. */
    protected abstract String shown(String segment);

    /** The word for a segment, such as {@code file}. */
    protected abstract String thing();

    /** The location of former states. */
    protected abstract String formerStates();

    /** The place fails. */
    protected abstract DiagnosticsException cannotWriteSegments(IOException cause);

    @Override
    public final DiagnosticsException cannotWriteJournal(IOException cause) {
        for (Throwable reason = cause; reason != null; reason = reason.getCause()) {
            if (reason instanceof DiagnosticsException told) {
                return told;
            }
        }
        return cannotWriteSegments(cause);
    }

    @Override
    public final FencedException removedJournal(String segment) {
        return new FencedException(Diagnostic.error(
                        "The journal of this run was removed",
                        shown(segment) + " is no longer what this run writes. Nothing more is begun.")
                .withHint("Find out what removed it. What the run has done goes into state at its end."));
    }

    @Override
    public final DiagnosticsException corruptJournal(String segment, int line, String detail) {
        SourceRange place = SourceRange.at(shown(segment), line, 1);
        return new DiagnosticsException(Diagnostic.error("The journal is corrupt", place + ": " + detail)
                .at(place)
                .withHint("It records what an interrupted run did, so it was left as it is. Compare what it says with"
                        + " what exists, then move the " + thing()
                        + " away and import or delete what is missing from state."));
    }

    @Override
    public final Diagnostic tornJournal(String segment, int line, String kept) {
        return Diagnostic.warning(
                        "The end of the journal was cut off",
                        shown(segment) + ":" + line + ": the run that wrote it was stopped in the middle of an"
                                + " entry. All entries before it were kept, and what was cut off is in " + kept + ".")
                .at(SourceRange.at(shown(segment), line, 1));
    }

    @Override
    public final Diagnostic emptyJournal(String segment) {
        return Diagnostic.warning(
                        "The journal is empty",
                        shown(segment) + " has no entry: the run that made it was stopped, or had no room, before it"
                                + " could write one, and so before it called anything.")
                .withHint("Where something else emptied it, what that run did is lost: compare the plan with what"
                        + " exists.");
    }

    @Override
    public final DiagnosticsException strayJournal(String segment, String detail) {
        return new DiagnosticsException(Diagnostic.error(
                        "A journal does not belong to the state", shown(segment) + " " + detail)
                .withHint("It records what an interrupted run did, so it was left as it is. Put back the state that it"
                        + " goes on from (former states are in " + formerStates() + "), or move the " + thing()
                        + " away and import what it created."));
    }

    @Override
    public final DiagnosticsException foreignJournal(String segment, String found) {
        return otherEnvironment(shown(segment), found);
    }

    /** Something that was read is of another environment. */
    public final DiagnosticsException otherEnvironment(String place, String found) {
        return new DiagnosticsException(Diagnostic.error(
                        "This is the state of another environment",
                        place + " is the state of environment \"" + found + "\", not of \"" + environment + "\".")
                .withHint("Put each state back in its own folder."));
    }
}
