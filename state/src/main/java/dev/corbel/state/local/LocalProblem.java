package dev.corbel.state.local;

import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.state.FencedException;
import dev.corbel.state.StateBackup;
import dev.corbel.state.store.FormatProblem;
import dev.corbel.state.store.JournalProblems;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.List;

/** The problems with the files of an environment, as people read them. */
final class LocalProblem extends JournalProblems {
    private final StateFolder folder;

    LocalProblem(StateFolder folder) {
        super(folder.environment());
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
        return FormatProblem.of(folder.shown(file), name, cause, hint).orElseGet(() -> cannotRead(file, cause));
    }

    /** An old snapshot is in the place of a newer one. */
    DiagnosticsException older(long serial, StateBackup newer) {
        return new DiagnosticsException(Diagnostic.error(
                        "The state is older than its newest backup",
                        folder.shown(folder.snapshot()) + " has serial " + serial + ", but " + newer.name()
                                + " has serial " + newer.serial() + ": somebody put an old state back.")
                .withHint("Copy " + newer.name() + " to " + folder.shown(folder.snapshot())
                        + " to go on from it. To go back further, push a former state with --force then."));
    }

    @Override
    protected DiagnosticsException cannotWriteSegments(IOException cause) {
        return cannotWrite(folder.journal(), cause);
    }

    @Override
    public DiagnosticsException unreadableJournal(String segment, IOException cause) {
        return unreadable(folder.segment(segment), "The journal", cause, "");
    }

    @Override
    protected String shown(String segment) {
        return folder.shown(folder.segment(segment));
    }

    @Override
    protected String thing() {
        return "file";
    }

    @Override
    protected String formerStates() {
        return folder.shown(folder.backups());
    }

    DiagnosticsException otherEnvironment(Path file, String found) {
        return otherEnvironment(folder.shown(file), found);
    }

    DiagnosticsException missingSnapshot() {
        return new DiagnosticsException(Diagnostic.error(
                        "The state file is missing",
                        folder.shown(folder.snapshot()) + " is gone, but former states are in "
                                + folder.shown(folder.backups()) + ".")
                .withHint("Copy the newest of them to " + folder.shown(folder.snapshot()) + ". To start anew and forget"
                        + " all that exists, delete the folder " + folder.shown(folder.root()) + "."));
    }

    FencedException movedOn(long expected, long found) {
        return new FencedException(Diagnostic.error(
                        "State was changed by somebody else",
                        "This run started from serial " + expected + ", but " + folder.shown(folder.snapshot())
                                + " now has serial " + found + " or another lineage. Nothing was overwritten.")
                .withHint("Something writes this file without the lock. Compare both, and import what is missing."));
    }

    /** @param how it came about, in words */
    FencedException lockLost(String how) {
        return new FencedException(Diagnostic.error(
                        "This run no longer holds the lock of environment \"" + folder.environment() + "\"",
                        how + " Nothing more is begun.")
                .withHint("Leave " + folder.shown(folder.root()) + " alone while a run goes on, and keep it on a file"
                        + " system that has locks."));
    }

    DiagnosticsException otherSerial(Path file, long found, long expected) {
        return new DiagnosticsException(Diagnostic.error(
                        "The former state is another one",
                        folder.shown(file) + " has serial " + found + ", not " + expected + " as its name says.")
                .withHint("Choose another one; nothing was changed."));
    }

    /** Advice about a snapshot that cannot be read. */
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
