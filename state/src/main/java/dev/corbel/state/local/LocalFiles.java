package dev.corbel.state.local;

import dev.corbel.state.store.Rescue;
import dev.corbel.state.store.StoreParts;

/** The files of one environment and what works on them. */
record LocalFiles(
        StateFolder folder,
        LocalProblem problem,
        SnapshotFile snapshot,
        JournalFolder journal,
        Backups backups,
        LocalLock lock,
        String engineVersion) {

    static LocalFiles of(StateFolder folder, Disk disk, int backups, String engineVersion) {
        Backups kept = new Backups(folder, disk, backups);
        return new LocalFiles(
                folder,
                new LocalProblem(folder),
                new SnapshotFile(folder, disk, kept),
                new JournalFolder(folder, disk),
                kept,
                new LocalLock(folder, disk),
                engineVersion);
    }

    /** What every store works with. */
    StoreParts parts() {
        return new StoreParts(folder.environment(), engineVersion, snapshot, journal, problem, Rescue.NONE);
    }
}
