package dev.corbel.state.local;

import static dev.corbel.state.Samples.address;
import static dev.corbel.state.Samples.created;
import static dev.corbel.state.Samples.intent;
import static dev.corbel.state.Samples.put;
import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.state.StateTransaction;
import dev.corbel.state.journal.Intent;
import dev.corbel.state.model.LockHolder;
import dev.corbel.state.model.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The machine stops at every byte and at every step between; nothing that was promised may be lost or done twice. */
class CrashTest {
    @TempDir(factory = FastFolder.class)
    Path folder;

    /** What a run was told before the machine stopped. */
    private static final class Run {
        private final Set<String> intended = new TreeSet<>();
        private final Set<String> recorded = new TreeSet<>();
        private boolean committed;

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
                transaction.commit();
                committed = true;
                transaction.record(put("d", "4"));
                recorded.add("d");
            } catch (DiagnosticsException stopped) {
                assertThat(stopped).hasMessageContaining("Cannot write");
            }
        }
    }

    private static LocalStateStore store(Path project, Disk disk) {
        return new LocalStateStore(project, "production", "0.1.0", 3, disk);
    }

    @Test
    void everyPrefixOfARunLeavesTheOldStateOrTheNew() throws IOException {
        Path former = former();
        FaultyDisk whole = FaultyDisk.endless();
        new Run().apply(store(copy(former, "whole"), whole));
        assertThat(whole.steps()).isGreaterThan(3000);
        for (long limit = 0; limit <= whole.steps(); limit++) {
            Path project = copy(former, "at" + limit);
            Run run = new Run();
            run.apply(store(project, new FaultyDisk(limit)));
            expectNothingLost(project, run, limit);
            delete(project);
        }
    }

    @Test
    void everyPrefixOfTheVeryFirstRunDoesToo() throws IOException {
        Path nothing = Files.createDirectory(folder.resolve("nothing"));
        FaultyDisk whole = FaultyDisk.endless();
        new Run().apply(store(copy(nothing, "whole"), whole));
        for (long limit = 0; limit <= whole.steps(); limit++) {
            Path project = copy(nothing, "at" + limit);
            Run run = new Run();
            run.apply(store(project, new FaultyDisk(limit)));
            expectNothingLost(project, run, limit);
            delete(project);
        }
    }

    @Test
    void everyPrefixOfTakingOverAJournalLeavesItToTheNext() throws IOException {
        Path former = former();
        FaultyDisk journalled = FaultyDisk.endless();
        Run run = new Run();
        try (StateTransaction transaction =
                store(former, journalled).begin(LockHolder.ofThisProcess("apply"), Duration.ZERO)) {
            transaction.intend(intent("a", "a"));
            transaction.record(created("a", "a"));
            transaction.intend(intent("b", "b"));
            transaction.intend(intent("c", "c"));
        }
        run.intended.addAll(List.of("a", "b", "c"));
        run.recorded.add("a");
        FaultyDisk whole = FaultyDisk.endless();
        expectNothingLost(copy(former, "whole"), run, whole);
        for (long limit = 0; limit <= whole.steps(); limit++) {
            Path project = copy(former, "at" + limit);
            try {
                store(project, new FaultyDisk(limit))
                        .begin(LockHolder.ofThisProcess("plan"), Duration.ZERO)
                        .close();
            } catch (DiagnosticsException stopped) {
                assertThat(stopped).hasMessageContaining("Cannot write");
            }
            expectNothingLost(project, run, limit);
            delete(project);
        }
    }

    /** An environment that knows x, from two runs. */
    private Path former() throws IOException {
        Path project = Files.createDirectory(folder.resolve("former"));
        for (String value : List.of("1", "2")) {
            try (StateTransaction transaction =
                    store(project, FaultyDisk.endless()).begin(LockHolder.ofThisProcess("apply"), Duration.ZERO)) {
                transaction.record(put("x", value));
                transaction.commit();
            }
        }
        return project;
    }

    private void expectNothingLost(Path project, Run run, long limit) {
        try {
            expectNothingLost(project, run, FaultyDisk.endless());
        } catch (DiagnosticsException | AssertionError problem) {
            throw new AssertionError("stopped after step " + limit + ": " + problem.getMessage(), problem);
        }
    }

    private void expectNothingLost(Path project, Run run, FaultyDisk disk) {
        State seen = store(project, FaultyDisk.endless()).read();
        try (StateTransaction next = store(project, disk).begin(LockHolder.ofThisProcess("apply"), Duration.ZERO)) {
            State state = next.initial();
            assertThat(seen.instances()).isEqualTo(state.instances());
            Set<String> known = names(state.instances().keySet());
            Set<String> interrupted =
                    next.interrupted().stream().map(Intent::operation).collect(Collectors.toCollection(TreeSet::new));
            known.remove("x");
            assertThat(known).containsAll(run.recorded);
            for (String name : run.intended) {
                assertThat(known.contains(name)).as(name).isNotEqualTo(interrupted.contains(name));
            }
            if (run.committed) {
                assertThat(state.serial()).isPositive();
                assertThat(interrupted).containsExactly("c");
            }
            assertThat(next.commit()).isEqualTo(state);
        }
        assertThat(store(project, FaultyDisk.endless()).read().instances()).isEqualTo(seen.instances());
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

    private Path copy(Path project, String name) throws IOException {
        Path target = folder.resolve(name);
        for (Path file : files(project)) {
            Path copied = target.resolve(project.relativize(file).toString());
            Files.copy(file, copied);
        }
        return target;
    }

    private static void delete(Path project) throws IOException {
        List<Path> files = new ArrayList<>(files(project));
        java.util.Collections.reverse(files);
        for (Path file : files) {
            Files.delete(file);
        }
    }

    private static List<Path> files(Path project) throws IOException {
        try (Stream<Path> files = Files.walk(project)) {
            return files.toList();
        }
    }
}
