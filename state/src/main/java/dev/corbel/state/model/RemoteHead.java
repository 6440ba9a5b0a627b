package dev.corbel.state.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The head of a remote store, written by compare-and-swap alone, so that the lock and the state move together.
 *
 * @param counter grows with each write, so that no two writes have the same bytes
 * @param fence how often the lock was taken
 * @param holding who has the lock
 * @param lineage of the state; empty where there is none
 * @param journal the id of the last journal that the snapshot holds
 * @param snapshot the state as it is; empty where there is none
 * @param live where the journal begins that adds to the snapshot; what was written before no longer counts
 * @param seals objects that keep former holders from going on with their journals, newest first
 * @param history former snapshots, newest first
 */
public record RemoteHead(
        String environment,
        long counter,
        long fence,
        Optional<Holding> holding,
        String lineage,
        String journal,
        Optional<Snapshot> snapshot,
        JournalPosition live,
        List<String> seals,
        List<Snapshot> history) {
    private static final int SEALS = 20;

    public RemoteHead {
        seals = List.copyOf(seals);
        history = List.copyOf(history);
    }

    /**
     * The holder of the lock.
     *
     * @param session random, another one each time that the lock is taken
     */
    public record Holding(String session, LockHolder holder) {}

    /**
     * A snapshot that was state once, or is.
     *
     * @param sha256 of the object, in hexadecimal
     */
    public record Snapshot(String name, long serial, String sha256, Instant written) {}

    /**
     * A place in the journals.
     *
     * @param fence of the holder that writes the journal
     * @param number of the object in that journal, from 1
     */
    public record JournalPosition(long fence, long number) implements Comparable<JournalPosition> {
        @Override
        public int compareTo(JournalPosition other) {
            int byFence = Long.compare(fence, other.fence);
            return byFence != 0 ? byFence : Long.compare(number, other.number);
        }
    }

    /** Of an environment that never had one. */
    public static RemoteHead first(String environment) {
        return new RemoteHead(
                environment,
                0,
                0,
                Optional.empty(),
                "",
                "",
                Optional.empty(),
                new JournalPosition(1, 1),
                List.of(),
                List.of());
    }

    /** Of the snapshot; 0 where there is none. */
    public long serial() {
        return snapshot.map(Snapshot::serial).orElse(0L);
    }

    /** The same under a later number. */
    public RemoteHead counted(long by) {
        return new RemoteHead(
                environment, counter + by, fence, holding, lineage, journal, snapshot, live, seals, history);
    }

    /** In the hands of the next holder. */
    public RemoteHead taken(Holding next) {
        return new RemoteHead(
                environment, counter, fence + 1, Optional.of(next), lineage, journal, snapshot, live, seals, history);
    }

    /** In nobody's hands. */
    public RemoteHead released() {
        return new RemoteHead(
                environment, counter, fence, Optional.empty(), lineage, journal, snapshot, live, seals, history);
    }

    /** With a journal that begins elsewhere. */
    public RemoteHead from(JournalPosition start) {
        return new RemoteHead(environment, counter, fence, holding, lineage, journal, snapshot, start, seals, history);
    }

    /** With one more seal; the oldest go, since who slept through so many runs is over. */
    public RemoteHead sealed(String name) {
        return new RemoteHead(
                environment,
                counter,
                fence,
                holding,
                lineage,
                journal,
                snapshot,
                live,
                first(name, seals, SEALS),
                history);
    }

    /** With another state, and a journal that begins after all that it holds. */
    public RemoteHead committed(
            String newLineage, String newJournal, Snapshot next, JournalPosition start, int backups) {
        List<Snapshot> former =
                snapshot.map(last -> first(last, history, backups)).orElse(history);
        return new RemoteHead(
                environment, counter, fence, holding, newLineage, newJournal, Optional.of(next), start, seals, former);
    }

    private static <T> List<T> first(T one, List<T> others, int limit) {
        List<T> all = new ArrayList<>(others);
        all.remove(one);
        all.add(0, one);
        return all.subList(0, Math.min(limit, all.size()));
    }
}
