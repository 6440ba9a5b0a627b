package dev.corbel.state.store;

import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.state.StateTransaction;
import dev.corbel.state.journal.Fold;
import dev.corbel.state.journal.Intent;
import dev.corbel.state.journal.Result;
import dev.corbel.state.json.JournalJson;
import dev.corbel.state.json.StateDocument;
import dev.corbel.state.model.State;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** State under its lock. Many threads journal at once; taking a snapshot waits for them and keeps them out. */
public final class StoredTransaction implements StateTransaction {
    private final StoreParts parts;
    private final HeldLock lock;
    private final String lineage;
    private final State initial;
    private final Set<String> earlier;
    private final List<Diagnostic> warnings;
    private final ReentrantReadWriteLock use = new ReentrantReadWriteLock();
    private final Object folding = new Object();

    // Changed by whoever holds the write side of use.
    private StateDocument base;
    private RunJournal journal;
    private boolean closed;

    // Guarded by folding.
    private Fold fold;
    private @Nullable State current;

    /** Appends a line. */
    private interface Append {
        void append(byte[] line) throws IOException;
    }

    /**
     * @param base the snapshot, with nothing left to add to it; serial 0 where there is none
     * @param lineage the one of the snapshot, or of the first one
     */
    StoredTransaction(StoreParts parts, HeldLock lock, StateDocument base, String lineage, List<Diagnostic> warnings) {
        this.parts = parts;
        this.lock = lock;
        this.lineage = lineage;
        this.base = base;
        this.initial = base.state();
        this.earlier = base.interrupted().stream().map(Intent::operation).collect(Collectors.toUnmodifiableSet());
        this.warnings = List.copyOf(warnings);
        this.fold = new Fold(base.state(), base.interrupted());
        this.journal = new RunJournal(parts, lock, lineage, base.state().serial());
    }

    @Override
    public State initial() {
        return initial;
    }

    @Override
    public String lineage() {
        return lineage;
    }

    @Override
    public List<Diagnostic> warnings() {
        return warnings;
    }

    @Override
    public List<Intent> interrupted() {
        synchronized (folding) {
            return fold.unresolved().stream()
                    .filter(intent -> earlier.contains(intent.operation()))
                    .toList();
        }
    }

    @Override
    public void intend(Intent intent) {
        byte[] line = JournalJson.write(intent);
        use.readLock().lock();
        try {
            requireOpen();
            synchronized (folding) {
                fold.intend(intent);
                current = null;
            }
            boolean written = false;
            try {
                lock.check();
                append(journal.writer()::append, line);
                lock.check();
                journal.check();
                written = true;
            } finally {
                if (!written) {
                    synchronized (folding) {
                        fold.withdraw(intent);
                        current = null;
                    }
                }
            }
        } finally {
            use.readLock().unlock();
        }
    }

    @Override
    public void record(Result result) {
        byte[] line = JournalJson.write(result);
        record(result, () -> append(journal.writer()::append, line));
    }

    @Override
    public void recordLater(Result result) {
        byte[] line = JournalJson.write(result);
        record(result, () -> append(journal.writer()::appendLater, line));
    }

    // What happened goes into the state at hand first: should the journal fail, the next snapshot still has it.
    private void record(Result result, Runnable journalling) {
        use.readLock().lock();
        try {
            requireOpen();
            synchronized (folding) {
                fold.record(result);
                current = null;
            }
            journalling.run();
            lock.check();
        } finally {
            use.readLock().unlock();
        }
    }

    private void append(Append append, byte[] line) {
        try {
            append.append(line);
        } catch (IOException failure) {
            throw parts.problems().cannotWriteJournal(failure);
        }
    }

    @Override
    public State current() {
        synchronized (folding) {
            State known = current;
            if (known == null) {
                known = fold.build(parts.environment(), initial.lineage(), initial.serial());
                current = known;
            }
            return known;
        }
    }

    @Override
    public State commit() {
        use.writeLock().lock();
        try {
            requireOpen();
            synchronized (folding) {
                return commitFold();
            }
        } finally {
            use.writeLock().unlock();
        }
    }

    private State commitFold() {
        StateDocument next = document(base.state().serial() + 1);
        // Another key is a reason to write, so that a former one can be given up.
        boolean changed = fold.changedState()
                || !next.interrupted().equals(base.interrupted())
                || parts.encryption().outdated();
        if (!changed) {
            if (!journal.goesAtOnce()) {
                lock.check();
                start(parts.snapshot().settle(document(base.state().serial()), base));
            }
        } else {
            keepOrRescue(next);
        }
        journal.discard();
        journal = new RunJournal(parts, lock, lineage, base.state().serial());
        return base.state();
    }

    private StateDocument document(long serial) {
        State state = fold.build(parts.environment(), lineage, serial);
        return new StateDocument(state, parts.engineVersion(), journal.id(), fold.unresolved());
    }

    private void keepOrRescue(StateDocument next) {
        try {
            keep(next);
        } catch (DiagnosticsException failure) {
            // The next run may keep what the journal says under the next serial; this one says more.
            throw parts.rescue()
                    .keep(failure, document(next.state().serial() + 1).rescuedFrom(base.version()));
        }
    }

    private void keep(StateDocument document) {
        lock.check();
        parts.snapshot().replace(document, base.version());
        start(document);
    }

    private void start(StateDocument document) {
        base = document;
        fold = new Fold(document.state(), document.interrupted());
        current = document.state();
    }

    /** Puts a document in the place of what is there; see {@link dev.corbel.state.StateBackend#push}. */
    public State push(StateDocument pushed, boolean force) {
        use.writeLock().lock();
        try {
            requireOpen();
            synchronized (folding) {
                if (!force) {
                    PushRules.check(pushed, base);
                }
                State state = pushed.state();
                long latest = base.state().serial();
                boolean same = state.lineage().equals(base.state().lineage()) && PushRules.sameContent(pushed, base);
                if (!same || state.serial() > latest) {
                    long serial = force ? Math.max(latest, state.serial()) + 1 : Math.max(1, state.serial());
                    String descent = state.lineage().isEmpty() ? lineage : state.lineage();
                    State replacement = state.as(parts.environment(), descent, serial);
                    keep(new StateDocument(replacement, parts.engineVersion(), "", pushed.interrupted()));
                }
                return base.state();
            }
        } finally {
            use.writeLock().unlock();
        }
    }

    @Override
    public void close() {
        use.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                journal.close();
            }
        } finally {
            lock.close();
            use.writeLock().unlock();
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("the transaction is over");
        }
    }
}
