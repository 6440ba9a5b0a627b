package dev.corbel.planner.recovery;

import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.state.model.StateChange;
import java.util.List;

/** The finding about one interrupted call. */
sealed interface Finding {

    /**
     * It is known what came of it.
     *
     * @param changes what state has to learn
     * @param words a sentence for people
     */
    record Settled(List<StateChange> changes, String words) implements Finding {}

    /** It stays open; nobody is in danger of making a second object. */
    record Left(String words) implements Finding {}

    /** It stays open, and nothing can be planned before a person has looked. */
    record Stuck(Diagnostic problem) implements Finding {}
}
