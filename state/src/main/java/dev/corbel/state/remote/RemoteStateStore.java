package dev.corbel.state.remote;

import dev.corbel.state.StateBackend;
import dev.corbel.state.StateBackup;
import dev.corbel.state.StateTransaction;
import dev.corbel.state.backend.BackendContext;
import dev.corbel.state.json.StateDocument;
import dev.corbel.state.local.RescueFolder;
import dev.corbel.state.model.LockHolder;
import dev.corbel.state.model.RemoteHead;
import dev.corbel.state.model.RemoteHead.Snapshot;
import dev.corbel.state.model.State;
import dev.corbel.state.remote.HeadObject.Stored;
import dev.corbel.state.remote.RemoteLock.Acquired;
import dev.corbel.state.store.JournalReplay;
import dev.corbel.state.store.StoreParts;
import dev.corbel.state.store.StoredTransaction;
import dev.corbel.state.store.UnlockedRead;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * State as objects in a folder of some remote store that belongs to the environment alone. What these objects are is told in
 * {@code docs/state.md}.
 */
public final class RemoteStateStore implements StateBackend {
    private final ObjectStore store;
    private final RemoteParts remote;
    private final HeadObject head;
    private final RemoteLock lock;

    /** @param store is closed with the store */
    public RemoteStateStore(ObjectStore store, BackendContext context) {
        this(store, context, RemoteSettings.standard().withNotices(context.notices()));
    }

    public RemoteStateStore(ObjectStore store, BackendContext context, RemoteSettings settings) {
        this.store = store;
        RemoteProblem problem = new RemoteProblem(context.environment(), store.description(), settings.lease());
        SteadyObjects objects = new SteadyObjects(store, settings);
        this.remote = new RemoteParts(
                context.environment(),
                context.engineVersion(),
                objects,
                settings,
                problem,
                new RescueFolder(context.project(), store.description(), context.encryption()),
                context.encryption());
        this.head = new HeadObject(objects, problem);
        this.lock = new RemoteLock(remote, head);
    }

    @Override
    public State read() {
        return pull().state();
    }

    @Override
    public StateDocument pull() {
        return new UnlockedRead(this::now).read();
    }

    private StoreParts now() {
        return remote.parts(HeadSource.of(head()));
    }

    private RemoteHead head() {
        try {
            return head.read().map(Stored::head).orElseGet(() -> RemoteHead.first(remote.environment()));
        } catch (IOException failure) {
            throw remote.problem().cannotRead(failure);
        }
    }

    @Override
    public StateTransaction begin(LockHolder holder, Duration lockTimeout) {
        return open(holder, lockTimeout);
    }

    private StoredTransaction open(LockHolder holder, Duration lockTimeout) {
        Acquired acquired = lock.acquire(holder, lockTimeout);
        return new JournalReplay(remote.parts(acquired.head()), acquired.head()).open(acquired.warnings());
    }

    @Override
    public State push(StateDocument document, boolean force, LockHolder holder, Duration lockTimeout) {
        try (StoredTransaction transaction = open(holder, lockTimeout)) {
            return transaction.push(document, force);
        }
    }

    @Override
    public Optional<LockHolder> holder() {
        return lock.holder();
    }

    @Override
    public void unlock(String id) {
        HeldHead taken = lock.takeFrom(id);
        new JournalReplay(remote.parts(taken), taken).open(List.of()).close();
    }

    @Override
    public List<StateBackup> backups() {
        return head().history().stream()
                .map(former -> new StateBackup(former.name(), former.serial(), former.written()))
                .toList();
    }

    @Override
    public StateDocument backup(StateBackup backup) {
        RemoteHead now = head();
        Snapshot former = now.history().stream()
                .filter(snapshot -> snapshot.name().equals(backup.name()))
                .findFirst()
                .orElseThrow(() -> remote.problem().backupGone(backup));
        HeadSource source = HeadSource.of(now);
        return new RemoteSnapshots(remote, source, new RemoteJournal(remote, source)).read(former);
    }

    @Override
    public void close() {
        store.close();
    }
}
