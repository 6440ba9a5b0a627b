package dev.corbel.planner.apply;

import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.state.StateTransaction;
import dev.corbel.state.journal.Intent;
import dev.corbel.state.journal.OperationId;
import dev.corbel.state.journal.Result;
import dev.corbel.state.model.StateChange;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/**
 * Writes what operations intend and do, and keeps the known objects in step. Once it is closed, calls that were
 * abandoned can no longer write: their intents stay open in the journal.
 */
final class Recorder {
    private final StateTransaction transaction;
    private final KnownObjects objects;
    private final ReadWriteLock announcing = new ReentrantReadWriteLock();
    private volatile boolean closed;
    private volatile boolean broken;

    Recorder(StateTransaction transaction, KnownObjects objects) {
        this.transaction = transaction;
        this.objects = objects;
    }

    /** An id for an operation that is about to begin. */
    String newOperation() {
        return OperationId.next(transaction.lineage());
    }

    /** Announces a call that has an effect, and deposes what it is to replace. */
    void intend(Intent intent) {
        announcing.readLock().lock();
        try {
            checkOpen();
            write(() -> transaction.intend(intent));
            intent.deposing().ifPresent(objects::follow);
        } finally {
            announcing.readLock().unlock();
        }
    }

    /** Records what came of a call that was announced, and waits until that would survive a crash. */
    void finish(Intent intent, List<StateChange> changes) {
        checkOpen();
        changes.forEach(objects::follow);
        write(() -> transaction.record(new Result(Optional.of(intent.operation()), changes)));
    }

    /** Records what has no effect outside of state. */
    void note(List<StateChange> changes) {
        checkOpen();
        if (!changes.isEmpty()) {
            changes.forEach(objects::follow);
            write(() -> transaction.recordLater(new Result(Optional.empty(), changes)));
        }
    }

    /** Tells whether writing failed, so that nothing more should be begun. */
    boolean isBroken() {
        return broken;
    }

    private void write(Runnable writing) {
        try {
            writing.run();
        } catch (DiagnosticsException failure) {
            broken = true;
            throw failure;
        }
    }

    /** Waits for announcements: each is there as a whole, or not at all. */
    void close() {
        announcing.writeLock().lock();
        try {
            closed = true;
        } finally {
            announcing.writeLock().unlock();
        }
    }

    private void checkOpen() {
        if (closed) {
            throw new AbandonedException(null);
        }
    }

    /** The run is over and no longer waits for this call. */
    static final class AbandonedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        AbandonedException(@Nullable Throwable cause) {
            super(cause);
        }
    }
}
