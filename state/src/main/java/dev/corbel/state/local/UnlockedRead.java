package dev.corbel.state.local;

import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.state.journal.Fold;
import dev.corbel.state.json.StateDocument;
import dev.corbel.state.json.StateVersion;
import dev.corbel.state.model.State;
import java.util.List;
import java.util.Optional;

/**
 * Reads state while others may write it. What was read counts only when the snapshot is still the same afterwards:
 * segments are deleted after a snapshot took their place, never before.
 */
final class UnlockedRead {
    private final LocalFiles files;

    UnlockedRead(LocalFiles files) {
        this.files = files;
    }

    StateDocument read() {
        while (true) {
            StateVersion before = files.snapshot().version();
            try {
                Optional<StateDocument> document = attempt(before);
                if (document.isPresent() && files.snapshot().version().equals(before)) {
                    return document.get();
                }
            } catch (DiagnosticsException problem) {
                // A snapshot in mid-change makes no sense with the segments of the next one.
                if (files.snapshot().version().equals(before)) {
                    throw problem;
                }
            }
        }
    }

    private Optional<StateDocument> attempt(StateVersion expected) {
        String environment = files.folder().environment();
        StateDocument base = files.snapshot()
                .read()
                .orElseGet(() -> new StateDocument(State.empty(environment), files.engineVersion(), "", List.of()));
        if (!base.version().equals(expected)) {
            return Optional.empty();
        }
        Fold fold = new Fold(base.state(), base.interrupted());
        try {
            new JournalLoad(files.folder(), expected).load(files.journal().segments(), fold);
        } catch (JournalLoad.SegmentVanished settled) {
            return Optional.empty();
        }
        State state =
                fold.build(environment, base.state().lineage(), base.state().serial());
        return Optional.of(new StateDocument(state, base.engineVersion(), base.journal(), fold.unresolved()));
    }
}
