package dev.corbel.state.conformance;

import static dev.corbel.state.conformance.Samples.created;
import static dev.corbel.state.conformance.Samples.intent;
import static dev.corbel.state.conformance.Samples.names;
import static dev.corbel.state.conformance.Samples.put;
import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.state.StateTransaction;
import dev.corbel.state.journal.Intent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A run with calls, a commit and one more change; remembers what it was told is safe. */
final class RecordedRun {
    private final Set<String> intended = new TreeSet<>();
    private final Set<String> recorded = new TreeSet<>();
    private final List<DiagnosticsException> refusals = new ArrayList<>();
    private boolean committed;

    /** Goes on to its end whatever fails, as threads do that know nothing of each other. */
    void on(Machine machine) {
        try (StateTransaction transaction = machine.begin()) {
            for (String name : List.of("a", "b", "c")) {
                attempt(() -> {
                    transaction.intend(intent(name, name));
                    intended.add(name);
                });
                if (!name.equals("c")) {
                    attempt(() -> {
                        transaction.record(created(name, name));
                        recorded.add(name);
                    });
                }
            }
            attempt(() -> {
                transaction.commit();
                committed = true;
            });
            attempt(() -> {
                transaction.record(put("d", "d"));
                recorded.add("d");
            });
        } catch (DiagnosticsException refused) {
            refusals.add(refused);
        }
    }

    private void attempt(Runnable step) {
        try {
            step.run();
        } catch (DiagnosticsException refused) {
            refusals.add(refused);
        }
    }

    /** The steps that were refused, in order. */
    List<DiagnosticsException> refusals() {
        return refusals;
    }

    /** The number of steps that it was told are safe. */
    int safe() {
        return intended.size() + recorded.size() + (committed ? 1 : 0);
    }

    boolean committed() {
        return committed;
    }

    /** All that is safe is known to the next run: as an object, or as a call of which nobody knows what came of it. */
    void expectKept(StateTransaction next) {
        Set<String> known = names(next.initial());
        Set<String> interrupted =
                next.interrupted().stream().map(Intent::operation).collect(Collectors.toCollection(TreeSet::new));
        assertThat(known).containsAll(recorded);
        for (String name : intended) {
            assertThat(known.contains(name)).as(name).isNotEqualTo(interrupted.contains(name));
        }
    }
}
