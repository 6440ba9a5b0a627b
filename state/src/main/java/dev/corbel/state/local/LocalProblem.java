package dev.corbel.state.local;

import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.diagnostic.SourceRange;
import dev.corbel.state.StateBackup;
import dev.corbel.state.json.NewerFormatException;
import dev.corbel.state.json.StateFormatException;
import dev.corbel.state.model.LockHolder;
import dev.corbel.state.store.StoreProblems;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What can go wrong with the files of an environment, as people read it. */
final class LocalProblem implements StoreProblems {
    private final StateFolder folder;

    LocalProblem(StateFolder folder) {
        this.folder = folder;
    }

    DiagnosticsException cannotWrite(Path file, IOException cause) {
        return new DiagnosticsException(
                Diagnostic.error(
                                "Cannot write " + folder.shown(file),
                                "State of environment \"" + folder.environment() + "\" cannot be kept: " + reason(cause)
                                        + ".")
                        .withHint("What was recorded before is safe. Make room or give access, then run the command"
                                + " again."),
                cause);
    }

    DiagnosticsException cannotRead(Path file, IOException cause) {
        return new DiagnosticsException(
                Diagnostic.error("Cannot read " + folder.shown(file), "The reason: " + reason(cause) + "."), cause);
    }

    DiagnosticsException unreadable(Path file, String name, IOException cause, String hint) {
        if (cause instanceof NewerFormatException newer) {
            return new DiagnosticsException(
                    Diagnostic.error(
                                    name + " has a newer format",
                                    folder.shown(file) + " has format " + newer.format()
                                            + "; this version of Corbel reads format 1.")
                            .withHint("Use the version of Corbel that wrote it, or a later one."),
                    cause);
        }
        if (cause instanceof StateFormatException broken) {
            SourceRange place = SourceRange.at(folder.shown(file), broken.line(), broken.column());
            return new DiagnosticsException(
                    Diagnostic.error(name + " is corrupt", place + ": " + broken.getMessage() + ".")
                            .at(place)
                            .withHint(hint),
                    cause);
        }
        return cannotRead(file, cause);
    }

    @Override
    public DiagnosticsException cannotWriteJournal(IOException cause) {
        return cannotWrite(folder.journal(), cause);
    }

    @Override
    public DiagnosticsException unreadableJournal(String segment, IOException cause) {
        return unreadable(folder.segment(segment), "The journal", cause, "");
    }

    @Override
    public DiagnosticsException foreignJournal(String segment, String environment) {
        return otherEnvironment(folder.segment(segment), environment);
    }

    private String shown(String segment) {
        return folder.shown(folder.segment(segment));
    }

    @Override
    public DiagnosticsException corruptJournal(String segment, int line, String detail) {
        SourceRange place = SourceRange.at(shown(segment), line, 1);
        return new DiagnosticsException(Diagnostic.error("The journal is corrupt", place + ": " + detail)
                .at(place)
                .withHint("It records what an interrupted run did, so it was left as it is. Compare what it says with"
                        + " what exists, then move the file away and import or delete what is missing from state."));
    }

    @Override
    public Diagnostic tornJournal(String segment, int line) {
        return Diagnostic.warning(
                        "The end of the journal was cut off",
                        shown(segment) + ":" + line + ": the run that wrote it was stopped in the middle of an"
                                + " entry. All entries before it were kept.")
                .at(SourceRange.at(shown(segment), line, 1));
    }

    @Override
    public DiagnosticsException strayJournal(String segment, String detail) {
        return new DiagnosticsException(Diagnostic.error(
                        "A journal does not belong to the state", shown(segment) + " " + detail)
                .withHint("It records what an interrupted run did, so it was left as it is. Put back the state that it"
                        + " goes on from (former states are in " + folder.shown(folder.backups())
                        + "), or move the file away and import what it created."));
    }

    DiagnosticsException otherEnvironment(Path file, String found) {
        return new DiagnosticsException(Diagnostic.error(
                        "This is the state of another environment",
                        folder.shown(file) + " is the state of environment \"" + found + "\", not of \""
                                + folder.environment() + "\".")
                .withHint("Put each state back in its own folder."));
    }

    DiagnosticsException missingSnapshot() {
        return new DiagnosticsException(Diagnostic.error(
                        "The state file is missing",
                        folder.shown(folder.snapshot()) + " is gone, but former states are in "
                                + folder.shown(folder.backups()) + ".")
                .withHint("Copy the newest of them to " + folder.shown(folder.snapshot()) + ". To start anew and forget"
                        + " all that exists, delete the folder " + folder.shown(folder.root()) + "."));
    }

    DiagnosticsException movedOn(long expected, long found) {
        return new DiagnosticsException(Diagnostic.error(
                        "State was changed by somebody else",
                        "This run started from serial " + expected + ", but " + folder.shown(folder.snapshot())
                                + " now has serial " + found + " or another lineage. Nothing was overwritten; what this"
                                + " run did is recorded in " + folder.shown(folder.journal()) + ".")
                .withHint("Something writes this file without the lock. Compare both, and import what is missing."));
    }

    DiagnosticsException locked(Optional<LockHolder> holder) {
        String who =
                holder.map(LockHolder::description).orElse("Another process holds the lock and has not said who it is");
        return new DiagnosticsException(
                Diagnostic.error("The state of environment \"" + folder.environment() + "\" is locked", who + ".")
                        .withHint("Wait for it with --lock-timeout 5m, or end it: the lock goes with its process."));
    }

    /** What to do about a snapshot that cannot be read. */
    String wayBack(List<StateBackup> backups) {
        if (backups.isEmpty()) {
            return "There is no former state to go back to. To start anew and forget all that exists, delete the folder "
                    + folder.shown(folder.root()) + ".";
        }
        StateBackup newest = backups.get(0);
        return "The state before it, serial %d, is in %s; older ones are beside it. Copy it to %s to go on from it."
                .formatted(newest.serial(), newest.name(), folder.shown(folder.snapshot()));
    }

    private static String reason(IOException cause) {
        if (cause instanceof AccessDeniedException) {
            return "access is denied";
        }
        if (cause instanceof FileAlreadyExistsException) {
            return cause.getMessage() + " is there already and not a folder";
        }
        if (cause instanceof FileSystemException failure && failure.getReason() != null) {
            return String.valueOf(failure.getReason());
        }
        String message = cause.getMessage();
        return message == null ? cause.getClass().getSimpleName() : message;
    }
}
