package dev.corbel.state.local;

import static dev.corbel.state.Samples.address;
import static dev.corbel.state.Samples.created;
import static dev.corbel.state.Samples.intent;
import static dev.corbel.state.Samples.put;
import static dev.corbel.state.Samples.replacement;
import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.state.StateTransaction;
import dev.corbel.state.journal.Intent;
import dev.corbel.state.model.LockHolder;
import dev.corbel.state.model.ResourceInstance;
import dev.corbel.state.model.State;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The promises that a run got before the machine stopped, and so must find kept afterwards. */
final class CrashedRun {
    private final Set<String> intended = new TreeSet<>();
    private final Set<String> recorded = new TreeSet<>();
    private boolean committed;

    static LocalStateStore store(Path project, Disk disk) {
        return new LocalStateStore(project, "production", "0.1.0", 3, disk);
    }

    /** Makes a and b, begins to make c, replaces a, commits, and records d. */
    void apply(LocalStateStore store) {
        try (StateTransaction transaction = store.begin(LockHolder.ofThisProcess("apply"), Duration.ZERO)) {
            for (String name : List.of("a", "b", "c")) {
                transaction.intend(intent(name, name));
                intended.add(name);
                if (!name.equals("c")) {
                    transaction.record(created(name, name));
                    recorded.add(name);
                }
            }
            transaction.intend(replacement("replacement", "a", "former"));
            transaction.record(created("replacement", "a"));
            transaction.commit();
            committed = true;
            transaction.record(put("d", "4"));
            recorded.add("d");
        } catch (DiagnosticsException stopped) {
            assertThat(stopped).hasMessageContaining("Cannot write");
        }
    }

    /** Makes a and leaves b and c open. */
    void applyHalf(LocalStateStore store) {
        try (StateTransaction transaction = store.begin(LockHolder.ofThisProcess("apply"), Duration.ZERO)) {
            transaction.intend(intent("a", "a"));
            transaction.record(created("a", "a"));
            transaction.intend(intent("b", "b"));
            transaction.intend(intent("c", "c"));
        }
        intended.addAll(List.of("a", "b", "c"));
        recorded.add("a");
    }

    /** The next run knows what this one recorded, and of each call that it announced how it ended or that nobody knows. */
    void expectNothingLost(Path project, Disk disk) {
        State seen = store(project, FaultyDisk.endless()).read();
        try (StateTransaction next = store(project, disk).begin(LockHolder.ofThisProcess("apply"), Duration.ZERO)) {
            State state = next.initial();
            assertThat(seen.instances()).isEqualTo(state.instances());
            Set<String> known = names(state.instances().keySet());
            Set<String> interrupted =
                    next.interrupted().stream().map(Intent::operation).collect(Collectors.toCollection(TreeSet::new));
            known.remove("x");
            for (ResourceInstance instance : state.instances().values()) {
                boolean open = next.interrupted().stream()
                        .anyMatch(intent -> intent.address().equals(instance.address()));
                assertThat(instance.current().isPresent()).isNotEqualTo(open);
            }
            interrupted.remove("replacement");
            assertThat(known).containsAll(recorded);
            for (String name : intended) {
                assertThat(known.contains(name)).as(name).isNotEqualTo(interrupted.contains(name));
            }
            if (committed) {
                assertThat(state.serial()).isPositive();
                assertThat(interrupted).containsExactly("c");
            }
            assertThat(next.commit()).isEqualTo(state);
        }
        assertThat(store(project, FaultyDisk.endless()).read().instances()).isEqualTo(seen.instances());
    }

    /** The same, where a failure tells when the machine stopped. */
    void expectNothingLost(Path project, String when) {
        try {
            expectNothingLost(project, FaultyDisk.endless());
        } catch (DiagnosticsException | AssertionError problem) {
            throw new AssertionError(when + ": " + problem.getMessage(), problem);
        }
    }

    private static Set<String> names(Set<Address> addresses) {
        Set<String> names = new TreeSet<>();
        for (Address address : addresses) {
            names.add(String.valueOf(address.last().label()));
        }
        assertThat(addresses)
                .hasSameSizeAs(names)
                .allMatch(one -> one.equals(address(String.valueOf(one.last().label()))));
        return names;
    }
}
