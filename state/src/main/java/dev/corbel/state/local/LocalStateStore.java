package dev.corbel.state.local;

import dev.corbel.state.StateBackend;
import dev.corbel.state.StateBackup;
import dev.corbel.state.StateTransaction;
import dev.corbel.state.encryption.StateEncryption;
import dev.corbel.state.json.StateDocument;
import dev.corbel.state.model.LockHolder;
import dev.corbel.state.model.State;
import dev.corbel.state.store.JournalReplay;
import dev.corbel.state.store.StoredTransaction;
import dev.corbel.state.store.UnlockedRead;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** State in {@code .corbel/state/ENVIRONMENT} beside the project. Reading makes no files. */
public final class LocalStateStore implements StateBackend {
    /** The number of former snapshots that are kept. */
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
        this(project, engineVersion, backups, disk, StateEncryption.none(environment));
    }

    /** A store whose content is kept as its encryption says. */
    public LocalStateStore(Path project, String engineVersion, StateEncryption encryption) {
        this(project, engineVersion, BACKUPS, new FileDisk(), encryption);
    }

    private LocalStateStore(Path project, String engineVersion, int backups, Disk disk, StateEncryption encryption) {
        StateFolder folder = new StateFolder(project.toAbsolutePath().normalize(), encryption.environment());
        this.disk = disk;
        this.files = LocalFiles.of(folder, disk, backups, engineVersion, encryption);
    }

    /** Tells whether there is state of an environment, whatever it is. */
    public static boolean exists(Path project, String environment) {
        return Files.exists(new StateFolder(project.toAbsolutePath().normalize(), environment).snapshot());
    }

    /** Tells whether state of an environment can be written, judged by the access rights of its folder or of the nearest above. */
    public static boolean isWritable(Path project, String environment) {
        Path folder = new StateFolder(project.toAbsolutePath().normalize(), environment).root();
        while (!Files.exists(folder) && folder.getParent() != null) {
            folder = folder.getParent();
        }
        return Files.isWritable(folder);
    }

    @Override
    public State read() {
        return pull().state();
    }

    @Override
    public StateDocument pull() {
        return new UnlockedRead(files::parts).read();
    }

    @Override
    public StateTransaction begin(LockHolder holder, Duration lockTimeout) {
        return open(holder, lockTimeout);
    }

    private StoredTransaction open(LockHolder holder, Duration lockTimeout) {
        try {
            disk.createFolders(files.folder().root());
        } catch (IOException failure) {
            throw files.problem().cannotWrite(files.folder().root(), failure);
        }
        LocalLock.Held lock = files.lock().acquire(holder, lockTimeout);
        return new JournalReplay(files.parts(), lock).open(List.of());
    }

    @Override
    public State push(StateDocument document, boolean force, LockHolder holder, Duration lockTimeout) {
        try (StoredTransaction transaction = open(holder, lockTimeout)) {
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

    @Override
    public StateDocument backup(StateBackup backup) {
        return files.backups().read(backup);
    }
}
