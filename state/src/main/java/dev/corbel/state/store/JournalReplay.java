package dev.corbel.state.store;

import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.state.journal.Fold;
import dev.corbel.state.json.StateDocument;
import dev.corbel.state.json.StateVersion;
import dev.corbel.state.model.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Opens state under its lock, after it brought into the snapshot what earlier runs left in the journal. */
public final class JournalReplay {
    private final StoreParts parts;
    private final HeldLock lock;

    public JournalReplay(StoreParts parts, HeldLock lock) {
        this.parts = parts;
        this.lock = lock;
    }

    /**
     * Lets go of the lock where it fails.
     *
     * @param warnings what was odd about taking the lock
     */
    public StoredTransaction open(List<Diagnostic> warnings) {
        boolean done = false;
        try {
            StoredTransaction transaction = replay(warnings);
            done = true;
            return transaction;
        } finally {
            if (!done) {
                lock.close();
            }
        }
    }

    private StoredTransaction replay(List<Diagnostic> earlier) {
        Optional<StateDocument> snapshot = parts.snapshot().read();
        StateVersion version = snapshot.map(StateDocument::version).orElse(StateVersion.NONE);
        StateDocument base = parts.orNothing(snapshot);
        Fold fold = new Fold(base.state(), base.interrupted());
        SegmentReplay replay = new SegmentReplay(parts, version);
        replay.replay(parts.journal().segments(), fold);
        String lineage = lineage(base, replay);
        List<Diagnostic> warnings = new ArrayList<>(earlier);
        for (SegmentReplay.TornEnd torn : replay.torn()) {
            String kept = parts.journal().keepAside(torn.segment(), torn.scan().damaged());
            warnings.add(
                    parts.problems().tornJournal(torn.segment(), torn.scan().damagedLine(), kept));
        }
        replay.empty().forEach(segment -> warnings.add(parts.problems().emptyJournal(segment)));
        if (!replay.journal().isEmpty()) {
            boolean changed = fold.changedState() || !fold.unresolved().equals(base.interrupted());
            long serial = base.state().serial() + (changed ? 1 : 0);
            State state = fold.build(parts.environment(), lineage, serial);
            StateDocument next = new StateDocument(state, parts.engineVersion(), replay.journal(), fold.unresolved());
            if (changed) {
                parts.snapshot().replace(next, version);
                base = next;
            } else if (!RunJournal.goesAtOnce(replay.live().size(), parts.journal())) {
                base = parts.snapshot().settle(next, base);
            }
        }
        parts.journal().delete(replay.folded());
        parts.journal().delete(replay.live());
        return new StoredTransaction(parts, lock, base, lineage, warnings);
    }

    private static String lineage(StateDocument base, SegmentReplay replay) {
        if (!base.state().lineage().isEmpty()) {
            return base.state().lineage();
        }
        return replay.lineage().isEmpty() ? UUID.randomUUID().toString() : replay.lineage();
    }
}
