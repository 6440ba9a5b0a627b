package dev.corbel.state.store;

import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.state.json.StateDocument;
import dev.corbel.state.model.State;
import java.util.Map;

/** The rules by which one state may take the place of another one. */
final class PushRules {
    private PushRules() {}

    /** Checks a state; a problem with it is an error. */
    static void check(StateDocument pushed, StateDocument present) {
        State incoming = pushed.state();
        State existing = present.state();
        if (!incoming.environment().equals(existing.environment())) {
            throw refusal(
                    "This is the state of another environment",
                    "The pushed state is of environment \"%s\", not of \"%s\"."
                            .formatted(incoming.environment(), existing.environment()));
        }
        if (existing.serial() == 0) {
            return;
        }
        if (!incoming.lineage().equals(existing.lineage())) {
            throw refusal(
                    "The pushed state has another lineage",
                    "It has lineage %s, what is there has %s: they did not come from one another."
                            .formatted(incoming.lineage(), existing.lineage()));
        }
        if (incoming.serial() < existing.serial()) {
            throw refusal(
                    "The pushed state is older",
                    "It has serial %d, what is there has %d.".formatted(incoming.serial(), existing.serial()));
        }
        if (pushed.rescuedFrom().isPresent() && !isNext(pushed, present)) {
            throw refusal(
                    "The pushed state does not know what is there",
                    "It is what a run knew that could not keep it, and serial %d, which is there now, was made by another run meanwhile."
                            .formatted(existing.serial()));
        }
        if (incoming.serial() == existing.serial() && !sameContent(pushed, present)) {
            throw refusal(
                    "The pushed state has the same serial and other content",
                    "Both have serial %d. A state that was edited needs a higher serial.".formatted(existing.serial()));
        }
    }

    /** Nothing has happened since the run whose state was rescued, but that its own journal may have been folded. */
    private static boolean isNext(StateDocument rescued, StateDocument present) {
        boolean folded = !rescued.journal().isEmpty() && rescued.journal().equals(present.journal());
        boolean untouched =
                rescued.rescuedFrom().filter(present.journal()::equals).isPresent()
                        && rescued.state().serial() == present.state().serial() + 2;
        return folded || untouched;
    }

    static boolean sameContent(StateDocument one, StateDocument other) {
        Map<?, ?> ones = one.state().instances();
        return ones.equals(other.state().instances())
                && one.state().outputs().equals(other.state().outputs())
                && one.state().blueprints().equals(other.state().blueprints())
                && one.interrupted().equals(other.interrupted());
    }

    private static DiagnosticsException refusal(String summary, String detail) {
        return new DiagnosticsException(Diagnostic.error(summary, detail)
                .withHint("Nothing was changed. With --force it takes the place of what is there, which is kept as a"
                        + " backup."));
    }
}
