package dev.corbel.state.remote;

import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.state.FencedException;
import dev.corbel.state.StateBackup;
import dev.corbel.state.model.LockHolder;
import dev.corbel.state.model.RemoteHead.Holding;
import dev.corbel.state.store.FormatProblem;
import dev.corbel.state.store.JournalProblems;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** The problems with state in a remote store, as people read them. */
final class RemoteProblem extends JournalProblems {
    private final String place;
    private final Duration lease;

    RemoteProblem(String environment, String place, Duration lease) {
        super(environment);
        this.place = place;
        this.lease = lease;
    }

    /** The environment. */
    String name() {
        return environment();
    }

    @Override
    protected String shown(String object) {
        return object + " in " + place;
    }

    @Override
    protected String thing() {
        return "object";
    }

    @Override
    protected String formerStates() {
        return "\"corbel state history\"";
    }

    DiagnosticsException cannotRead(IOException cause) {
        return failure(
                "Cannot read the state of environment \"" + environment() + "\"",
                cause,
                "Run the command again when the backend can be reached.");
    }

    DiagnosticsException cannotWrite(IOException cause) {
        return failure(
                "Cannot write the state of environment \"" + environment() + "\"",
                cause,
                "What was recorded before is safe. Run the command again when the backend can be reached.");
    }

    DiagnosticsException cannotRenew(IOException cause) {
        return failure(
                "Cannot renew the lock of environment \"" + environment() + "\"",
                cause,
                "Nothing more is begun, since another run may take the lock. What was recorded before is safe.");
    }

    DiagnosticsException cannotLock(IOException cause) {
        return failure(
                "Cannot lock the state of environment \"" + environment() + "\"",
                cause,
                "Nothing was changed. Run the command again when the backend can be reached.");
    }

    DiagnosticsException backupGone(StateBackup backup) {
        return new DiagnosticsException(Diagnostic.error(
                        "The former state is no longer there",
                        shown(backup.name()) + " of serial " + backup.serial() + " is no longer kept.")
                .withHint("See which ones there are with \"corbel state history\"."));
    }

    private DiagnosticsException failure(String summary, IOException cause, String hint) {
        String advice = cause instanceof RemoteFailureException known ? known.hint() : hint;
        String message =
                Optional.ofNullable(cause.getMessage()).orElse(cause.getClass().getSimpleName());
        return new DiagnosticsException(
                Diagnostic.error(summary, message.endsWith(".") ? message : message + ".")
                        .withHint(advice),
                cause);
    }

    @Override
    protected DiagnosticsException cannotWriteSegments(IOException cause) {
        return cannotWrite(cause);
    }

    @Override
    public DiagnosticsException unreadableJournal(String segment, IOException cause) {
        return FormatProblem.of(shown(segment), "The journal", cause, "").orElseGet(() -> cannotRead(cause));
    }

    DiagnosticsException unreadable(String object, String name, IOException cause) {
        return FormatProblem.of(shown(object), name, cause, wayBack()).orElseGet(() -> cannotRead(cause));
    }

    private static String wayBack() {
        return "Former states are listed by \"corbel state history\"; \"corbel state restore\" goes back to one.";
    }

    DiagnosticsException missingHead() {
        return new DiagnosticsException(Diagnostic.error(
                        "The head of the state is missing",
                        shown(HeadObject.NAME) + " is gone, but there are snapshots beside it.")
                .withHint("Put it back from a former version of the object. To start anew and forget all that exists,"
                        + " delete the whole folder."));
    }

    DiagnosticsException missingSnapshot(String name) {
        return new DiagnosticsException(Diagnostic.error(
                        "The snapshot of the state is missing",
                        shown(name) + " is gone, though " + HeadObject.NAME + " names it.")
                .withHint("Put it back from a former version of the object. " + wayBack()));
    }

    DiagnosticsException otherSnapshot(String name) {
        return new DiagnosticsException(Diagnostic.error(
                        "The snapshot of the state is another one",
                        shown(name) + " has another serial, lineage or journal than " + HeadObject.NAME
                                + " says: one of them was put in the place of the right one.")
                .withHint("Put it back from a former version of the object. " + wayBack()));
    }

    DiagnosticsException leasedElsewhere() {
        return new DiagnosticsException(Diagnostic.error(
                        "The state of environment \"" + environment() + "\" cannot be locked",
                        "Nobody holds its lock, but something else has a lease on " + shown(HeadObject.NAME) + ".")
                .withHint("Find out what it is, and break the lease where it is not needed."));
    }

    DiagnosticsException alteredSnapshot(String name) {
        return new DiagnosticsException(Diagnostic.error(
                        "The snapshot of the state is not what was written",
                        shown(name) + " has another SHA-256 than " + HeadObject.NAME + " says.")
                .withHint("Put it back from a former version of the object. " + wayBack()));
    }

    FencedException movedOn(long expected, long found) {
        return new FencedException(Diagnostic.error(
                        "State was changed by somebody else",
                        "This run started from serial " + expected + ", but " + shown(HeadObject.NAME)
                                + " now has serial " + found + " or another lineage. Nothing was overwritten.")
                .withHint("Compare both, and import what is missing."));
    }

    DiagnosticsException ignoresConditions() {
        return new DiagnosticsException(Diagnostic.error(
                        "State cannot be kept in " + place,
                        "It overwrites an object though it was asked to do so only where nobody else had written it, so"
                                + " two runs could overwrite each other's state.")
                .withHint("Use a store that knows conditional writes (If-Match and If-None-Match)."));
    }

    FencedException fenced(Optional<Holding> other) {
        String who = other.map(Holding::holder)
                .map(LockHolder::description)
                .orElse("Somebody has taken the lock and given it back, or removed it");
        return new FencedException(Diagnostic.error(
                        "This run no longer holds the lock of environment \"" + environment() + "\"",
                        "It was not heard of for " + lease.toSeconds() + " s, or was unlocked. " + who
                                + ". Nothing was written since, and nothing more is begun.")
                .withHint("The run that took over looked into what this one had recorded until then."));
    }

    Diagnostic waiting(LockHolder holder) {
        return Diagnostic.warning(
                "Waiting for the lock of environment \"" + environment() + "\"",
                holder.description() + ". It goes over to this run where there is no sign of life for "
                        + lease.toSeconds() + " s.");
    }

    Diagnostic takenOver(LockHolder holder) {
        return Diagnostic.warning(
                "The lock of a run that ended early was taken over",
                holder.description() + ", and gave no sign of life for " + lease.toSeconds() + " s.");
    }
}
