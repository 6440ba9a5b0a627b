package dev.corbel.state.local;

import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.state.FencedException;
import dev.corbel.state.encryption.StateEncryption;
import dev.corbel.state.json.StateDocument;
import dev.corbel.state.store.StoreParts;

/** The files of one environment and what works on them. */
record LocalFiles(
        StateFolder folder,
        LocalProblem problem,
        SnapshotFile snapshot,
        JournalFolder journal,
        Backups backups,
        LocalLock lock,
        String engineVersion,
        StateEncryption encryption) {

    static LocalFiles of(StateFolder folder, Disk disk, int backups, String engineVersion, StateEncryption encryption) {
        Backups kept = new Backups(folder, disk, backups, encryption);
        return new LocalFiles(
                folder,
                new LocalProblem(folder),
                new SnapshotFile(folder, disk, kept, encryption),
                new JournalFolder(folder, disk),
                kept,
                new LocalLock(folder, disk),
                engineVersion,
                encryption);
    }

    /** The parts that every store works with. */
    StoreParts parts() {
        return new StoreParts(
                folder.environment(), engineVersion, snapshot, journal, problem, this::rescue, encryption);
    }

    /** Refuses early: where these files cannot be written, others beside them cannot either. */
    private DiagnosticsException rescue(DiagnosticsException failure, StateDocument known) {
        return failure instanceof FencedException
                ? new RescueFolder(folder.project(), folder.shown(folder.root()), encryption).keep(failure, known)
                : failure;
    }
}
