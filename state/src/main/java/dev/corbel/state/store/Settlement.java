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

/** Opens state under its lock: first brings what earlier runs left in the journal into the snapshot. */
public final class Settlement {
    private final StoreParts parts;
    private final HeldLock lock;

    public Settlement(StoreParts parts, HeldLock lock) {
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
            StoredTransaction transaction = settle(warnings);
            done = true;
            return transaction;
        } finally {
            if (!done) {
                lock.close();
            }
        }
    }

    private StoredTransaction settle(List<Diagnostic> earlier) {
        Optional<StateDocument> snapshot = parts.snapshot().read();
        StateVersion version = snapshot.map(StateDocument::version).orElse(StateVersion.NONE);
        StateDocument base = parts.orNothing(snapshot);
        Fold fold = new Fold(base.state(), base.interrupted());
        JournalLoad load = new JournalLoad(parts, version);
        load.load(parts.journal().segments(), fold);
        String lineage = lineage(base, load);
        List<Diagnostic> warnings = new ArrayList<>(earlier);
        for (JournalLoad.TornEnd torn : load.torn()) {
            String kept = parts.journal().keepAside(torn.segment(), torn.scan().damaged());
            warnings.add(
                    parts.problems().tornJournal(torn.segment(), torn.scan().damagedLine(), kept));
        }
        load.empty().forEach(segment -> warnings.add(parts.problems().emptyJournal(segment)));
        if (!load.journal().isEmpty()) {
            boolean changed = fold.changedState() || !fold.unresolved().equals(base.interrupted());
            long serial = base.state().serial() + (changed ? 1 : 0);
            State state = fold.build(parts.environment(), lineage, serial);
            StateDocument next = new StateDocument(state, parts.engineVersion(), load.journal(), fold.unresolved());
            if (changed) {
                parts.snapshot().replace(next, version);
                base = next;
            } else if (!RunJournal.goesAtOnce(load.live().size(), parts.journal())) {
                base = parts.snapshot().settle(next, base);
            }
        }
        parts.journal().delete(load.folded());
        parts.journal().delete(load.live());
        return new StoredTransaction(parts, lock, base, lineage, warnings);
    }

    private static String lineage(StateDocument base, JournalLoad load) {
        if (!base.state().lineage().isEmpty()) {
            return base.state().lineage();
        }
        return load.lineage().isEmpty() ? UUID.randomUUID().toString() : load.lineage();
    }
}
