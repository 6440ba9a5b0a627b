package dev.corbel.state.store;

import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.state.journal.Fold;
import dev.corbel.state.json.StateDocument;
import dev.corbel.state.json.StateVersion;
import dev.corbel.state.model.State;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Reads state while others may write it. What was read counts only when the snapshot is still the same afterwards:
 * segments are deleted after a snapshot took their place, never before.
 */
public final class UnlockedRead {
    private final Supplier<StoreParts> store;

    /** @param store the places as they are at the moment */
    public UnlockedRead(Supplier<StoreParts> store) {
        this.store = store;
    }

    /** All that is kept, with what the journal adds to it. */
    public StateDocument read() {
        while (true) {
            StoreParts parts = store.get();
            Object before = parts.snapshot().moment();
            try {
                Optional<StateDocument> document =
                        attempt(parts, parts.snapshot().version());
                if (document.isPresent() && store.get().snapshot().moment().equals(before)) {
                    return document.get();
                }
            } catch (DiagnosticsException problem) {
                // A snapshot in mid-change makes no sense with the segments of the next one.
                if (store.get().snapshot().moment().equals(before)) {
                    throw problem;
                }
            }
        }
    }

    private Optional<StateDocument> attempt(StoreParts parts, StateVersion expected) {
        StateDocument base = parts.orNothing(parts.snapshot().read());
        if (!base.version().equals(expected)) {
            return Optional.empty();
        }
        Fold fold = new Fold(base.state(), base.interrupted());
        try {
            new SegmentReplay(parts, expected).replay(parts.journal().segments(), fold);
        } catch (JournalStore.SegmentVanishedException settled) {
            return Optional.empty();
        }
        State state = fold.build(
                parts.environment(), base.state().lineage(), base.state().serial());
        return Optional.of(new StateDocument(state, base.engineVersion(), base.journal(), fold.unresolved()));
    }
}
