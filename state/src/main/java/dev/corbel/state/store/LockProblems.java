package dev.corbel.state.store;

import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.state.model.LockHolder;
import java.util.Optional;

/** The problems with the lock of an environment that all stores tell alike. */
public record LockProblems(String environment) {

    /** Somebody else has it, who may not have said who it is. */
    public DiagnosticsException locked(Optional<LockHolder> holder, String hint) {
        String who =
                holder.map(LockHolder::description).orElse("Another process holds the lock and has not said who it is");
        return new DiagnosticsException(
                Diagnostic.error("The state of environment \"" + environment + "\" is locked", who + ".")
                        .withHint(hint));
    }

    /** There is nothing to unlock. */
    public DiagnosticsException notLocked() {
        return new DiagnosticsException(Diagnostic.error(
                "The state of environment \"" + environment + "\" is not locked", "There is nothing to do."));
    }

    /** The lock to be removed is somebody else's. */
    public DiagnosticsException otherId(String id, LockHolder holder) {
        return new DiagnosticsException(Diagnostic.error(
                        "The lock has another id",
                        "The lock of environment \"" + environment + "\" does not have the id " + id + ": "
                                + holder.description() + ".")
                .withHint("Look whether that run is really over before you unlock."));
    }

    /** The lock to be removed is in use. */
    public DiagnosticsException running(LockHolder holder) {
        return new DiagnosticsException(
                Diagnostic.error("The lock is held by a running process", holder.description() + ".")
                        .withHint(
                                "Wait for it, or end that process. The next command takes the lock of a process that is gone, without unlock."));
    }

    /** This thread was interrupted while it waited. */
    public DiagnosticsException interrupted(Throwable cause) {
        return new DiagnosticsException(
                Diagnostic.error("Interrupted while waiting for the lock", "Nothing was changed."), cause);
    }
}
