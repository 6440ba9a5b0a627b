package dev.corbel.state.local;

import dev.corbel.state.StateBackend;
import dev.corbel.state.StateBackup;
import dev.corbel.state.StateTransaction;
import dev.corbel.state.journal.Fold;
import dev.corbel.state.json.StateDocument;
import dev.corbel.state.json.StateVersion;
import dev.corbel.state.model.LockHolder;
import dev.corbel.state.model.State;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** State in {@code .corbel/state/ENVIRONMENT} beside the project. Reading makes no files. */
public final class LocalStateStore implements StateBackend {
    /** How many former snapshots are kept. */
    public static final int BACKUPS = 10;

    private final LocalFiles files;
    private final Disk disk;

    /**
     * @param project the folder of the project
     * @param engineVersion what each snapshot says about who wrote it
     */
    public LocalStateStore(Path project, String environment, String engineVersion) {
        this(project, environment, engineVersion, BACKUPS);
    }

    public LocalStateStore(Path project, String environment, String engineVersion, int backups) {
        this(project, environment, engineVersion, backups, new FileDisk());
    }

    LocalStateStore(Path project, String environment, String engineVersion, int backups, Disk disk) {
        this.disk = disk;
        this.files = LocalFiles.of(
                new StateFolder(project.toAbsolutePath().normalize(), environment), disk, backups, engineVersion);
    }

    @Override
    public State read() {
        return pull().state();
    }

    @Override
    public StateDocument pull() {
        return new UnlockedRead(files).read();
    }

    @Override
    public StateTransaction begin(LockHolder holder, Duration lockTimeout) {
        return open(holder, lockTimeout);
    }

    private LocalTransaction open(LockHolder holder, Duration lockTimeout) {
        try {
            disk.createFolders(files.folder().root());
        } catch (IOException failure) {
            throw files.problem().cannotWrite(files.folder().root(), failure);
        }
        LocalLock.Held lock = files.lock().acquire(holder, lockTimeout);
        boolean done = false;
        try {
            LocalTransaction transaction = settle(lock);
            done = true;
            return transaction;
        } finally {
            if (!done) {
                lock.close();
            }
        }
    }

    /** Brings what earlier runs left in journals into the snapshot. */
    private LocalTransaction settle(LocalLock.Held lock) {
        Optional<StateDocument> snapshot = files.snapshot().read();
        StateVersion version = snapshot.map(StateDocument::version).orElse(StateVersion.NONE);
        StateDocument base = snapshot.orElseGet(this::nothing);
        Fold fold = new Fold(base.state(), base.interrupted());
        JournalLoad load = new JournalLoad(files.folder(), version);
        load.load(files.journal().segments(), fold);
        String lineage = lineage(base, load);
        if (!load.journal().isEmpty()) {
            boolean changed = fold.changedState() || !fold.unresolved().equals(base.interrupted());
            if (changed || load.live().size() > 1) {
                long serial = base.state().serial() + (changed ? 1 : 0);
                State state = fold.build(files.folder().environment(), lineage, serial);
                base = new StateDocument(state, files.engineVersion(), load.journal(), fold.unresolved());
                files.snapshot().replace(base, version);
            }
        }
        files.journal().delete(load.folded());
        files.journal().delete(load.live());
        return new LocalTransaction(files, lock, base, lineage, load.warnings());
    }

    private static String lineage(StateDocument base, JournalLoad load) {
        if (!base.state().lineage().isEmpty()) {
            return base.state().lineage();
        }
        return load.lineage().isEmpty() ? UUID.randomUUID().toString() : load.lineage();
    }

    private StateDocument nothing() {
        return new StateDocument(State.empty(files.folder().environment()), files.engineVersion(), "", List.of());
    }

    @Override
    public State push(StateDocument document, boolean force, LockHolder holder, Duration lockTimeout) {
        try (LocalTransaction transaction = open(holder, lockTimeout)) {
            return transaction.push(document, force);
        }
    }

    @Override
    public Optional<LockHolder> holder() {
        return files.lock().holder();
    }

    @Override
    public void unlock(String id) {
        files.lock().clear(id);
    }

    @Override
    public List<StateBackup> backups() {
        return files.backups().list();
    }
}
