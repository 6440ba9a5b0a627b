package dev.corbel.planner.apply;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.providers.api.address.Address;
import dev.corbel.state.StateTransaction;
import dev.corbel.state.journal.Intent;
import dev.corbel.state.model.State;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class KilledRunTest {
    private static final int DONE_BEFORE_THE_KILL = 50;

    @TempDir
    private Path folder;

    @Test
    void whatAKilledRunFinishedIsInStateAndTheRestOfRealityIsInItsIntents() throws Exception {
        Set<String> finished = killInTheMiddle();

        TestProject project = new TestProject(folder);
        State state = project.state();
        Set<String> known =
                state.instances().keySet().stream().map(Address::toString).collect(Collectors.toSet());
        assertThat(finished).hasSizeBetween(DONE_BEFORE_THE_KILL, KilledRun.OBJECTS - 1);
        assertThat(known).containsAll(finished);
        Set<String> open;
        try (StateTransaction transaction = project.begin()) {
            assertThat(transaction.initial().instances()).isEqualTo(state.instances());
            open = transaction.interrupted().stream()
                    .map(Intent::address)
                    .map(Address::toString)
                    .collect(Collectors.toSet());
        }
        assertThat(open).noneMatch(known::contains);
        Set<String> accounted = new HashSet<>(known);
        accounted.addAll(open);
        assertThat(accounted).containsAll(reality());
    }

    private Set<String> killInTheMiddle() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledRun.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        Set<String> finished = new HashSet<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
            for (int line = 0; line < DONE_BEFORE_THE_KILL; line++) {
                String address = lines.readLine();
                assertThat(address).as("a line of the process").isNotNull();
                finished.add(address);
            }
        } finally {
            process.destroyForcibly();
            process.waitFor();
        }
        return finished;
    }

    private Set<String> reality() throws IOException {
        Set<String> addresses = new HashSet<>();
        try (Stream<Path> files = Files.list(folder.resolve(".simulator/objects"))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".json")).toList()) {
                String text = Files.readString(file);
                String name = text.replaceAll("(?s).*\"name\"\\s*:\\s*\"([^\"]*)\".*", "$1");
                addresses.add("sim_object." + name);
            }
        }
        return addresses;
    }
}
