package dev.corbel.planner.run;

import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.state.StateTransaction;
import dev.corbel.state.journal.Intent;
import dev.corbel.state.model.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * State under the lock of a run.
 *
 * @param interrupted calls of earlier runs of which nobody knows how they ended
 * @param warnings what was odd about the state when it was opened, and one for each interrupted call
 */
public record OpenedState(State state, List<Intent> interrupted, List<Diagnostic> warnings) {
    public OpenedState {
        interrupted = List.copyOf(interrupted);
        warnings = List.copyOf(warnings);
    }

    /** The state that a transaction begins with. */
    public static OpenedState of(StateTransaction transaction) {
        List<Intent> interrupted = transaction.interrupted();
        List<Diagnostic> warnings = new ArrayList<>(transaction.warnings());
        interrupted.forEach(intent -> warnings.add(warning(intent)));
        return new OpenedState(transaction.initial(), interrupted, warnings);
    }

    private static Diagnostic warning(Intent intent) {
        String action = intent.action().name().toLowerCase(Locale.ROOT);
        return Diagnostic.warning(
                        "An earlier run ended during the " + action + " of " + intent.address(),
                        "What came of it was never recorded: the " + action + " may have had its effect or not. The"
                                + " operation's id is " + intent.operation() + ".")
                .at(intent.address());
    }
}
