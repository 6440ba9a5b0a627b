package dev.corbel.state.remote;

import dev.corbel.state.encryption.StateEncryption;
import dev.corbel.state.model.RemoteHead;
import dev.corbel.state.store.Rescue;
import dev.corbel.state.store.StoreParts;
import java.io.IOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The parts that work on the objects of one environment. */
record RemoteParts(
        String environment,
        String engineVersion,
        SteadyObjects objects,
        RemoteSettings settings,
        RemoteProblem problem,
        Rescue rescue,
        StateEncryption encryption) {

    /** The parts that every store works with, going by a head. */
    StoreParts parts(HeadSource source) {
        RemoteJournal journal = new RemoteJournal(this, source);
        RemoteSnapshots snapshots = new RemoteSnapshots(this, source, journal);
        return new StoreParts(environment, engineVersion, snapshots, journal, problem, rescue, encryption);
    }

    /**
     * Deletes snapshots that are no longer kept, or never were. Only older ones than the state: who sleeps in here must not
     * delete what came later.
     */
    void sweep(RemoteHead head) {
        Set<String> kept = new HashSet<>();
        head.history().forEach(former -> kept.add(former.name()));
        try {
            List<String> superfluous = objects.list(RemoteSnapshots.FOLDER).stream()
                    .filter(name -> serial(name) < head.serial() && !kept.contains(name))
                    .toList();
            objects.delete(superfluous);
        } catch (IOException later) {
            // The next commit does it.
        }
    }

    private static long serial(String snapshot) {
        String name = snapshot.substring(RemoteSnapshots.FOLDER.length());
        int end = name.indexOf('-');
        try {
            return end < 1 ? Long.MAX_VALUE : Long.parseLong(name.substring(0, end));
        } catch (NumberFormatException foreign) {
            return Long.MAX_VALUE;
        }
    }

    /** Deletes what no longer counts, as far as that is possible now. */
    void discard(Collection<String> names) {
        try {
            objects.delete(names);
        } catch (IOException later) {
            // The head says that it no longer counts, and the next run that finds it deletes it.
        }
    }
}
