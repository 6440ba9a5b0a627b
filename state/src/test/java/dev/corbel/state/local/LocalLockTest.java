package dev.corbel.state.local;

import static dev.corbel.state.Samples.address;
import static dev.corbel.state.Samples.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.state.StateTransaction;
import dev.corbel.state.json.LockHolderJson;
import dev.corbel.state.model.LockHolder;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalLockTest {
    private static final Instant SINCE = Instant.parse("2025-03-01T12:00:00Z");

    @TempDir
    Path project;

    private final List<Process> processes = new ArrayList<>();

    @AfterEach
    void endProcesses() throws InterruptedException {
        for (Process process : processes) {
            process.destroyForcibly().waitFor();
        }
    }

    private LocalStateStore store() {
        return new LocalStateStore(project, "production", "0.1.0");
    }

    private Process start(String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                LockingProcess.class.getName(),
                project.toString()));
        command.addAll(List.of(options));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        processes.add(process);
        return process;
    }

    private static LockHolder holder(String id) {
        return new LockHolder(id, "ada", "build-7", 4711, "apply production", SINCE);
    }

    private static String text(ThrowingCallable call) {
        DiagnosticsException problem = catchThrowableOfType(DiagnosticsException.class, call);
        assertThat(problem).isNotNull();
        Diagnostic only = problem.diagnostics().get(0);
        return only.summary() + "\n" + only.detail() + "\n" + only.hint().orElse("");
    }

    @Test
    void namesTheHolderInFull() {
        try (StateTransaction transaction = store().begin(holder("id-1"), Duration.ZERO)) {
            assertThat(transaction.initial().serial()).isZero();
            assertThat(text(() -> store().begin(holder("id-2"), Duration.ZERO))).isEqualTo("""
                            The state of environment "production" is locked
                            ada on build-7 (process 4711) has been running "apply production" since 2025-03-01T12:00:00Z, lock id id-1.
                            Wait for it with --lock-timeout 5m, or end it: the lock goes with its process.""");
            assertThat(store().holder()).contains(holder("id-1"));
        }
        assertThat(store().holder()).isEmpty();
    }

    @Test
    void waitsForAnotherHolder() throws Exception {
        StateTransaction first = store().begin(holder("id-1"), Duration.ZERO);
        CompletableFuture<StateTransaction> second = CompletableFuture.supplyAsync(
                () -> store().begin(holder("id-2"), Duration.ofMinutes(5)), task -> new Thread(task).start());
        first.record(put("a", "1"));
        first.commit();
        assertThat(second).isNotDone();
        first.close();
        try (StateTransaction transaction = second.get()) {
            assertThat(transaction.initial().current(address("a"))).isPresent();
        }
    }

    @Test
    void stopsWaitingWhenInterrupted() {
        try (StateTransaction first = store().begin(holder("id-1"), Duration.ZERO)) {
            assertThat(first.initial().serial()).isZero();
            Thread.currentThread().interrupt();
            assertThat(text(() -> store().begin(holder("id-2"), Duration.ofMinutes(5))))
                    .isEqualTo("Interrupted while waiting for the lock\nNothing was changed.\n");
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void letsOneOfManyProcessesWinAndTheOthersNameIt() throws Exception {
        List<Process> all = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            all.add(start("try"));
        }
        List<BufferedReader> outputs = all.stream().map(Process::inputReader).toList();
        for (BufferedReader output : outputs) {
            assertThat(output.readLine()).isEqualTo("ready");
        }
        for (Process process : all) {
            process.outputWriter().append("go\n").flush();
        }
        List<String> answers = new ArrayList<>();
        for (BufferedReader output : outputs) {
            answers.add(output.readLine());
        }
        assertThat(answers).filteredOn("won"::equals).hasSize(1);
        Process winner = all.get(answers.indexOf("won"));
        assertThat(answers)
                .filteredOn(answer -> !answer.equals("won"))
                .hasSize(7)
                .allMatch(answer -> answer.contains("(process " + winner.pid() + ") has been running \"try\" since "));
        assertThat(store().read().serial()).isEqualTo(1);
    }

    @Test
    void losesNoUpdateOfManyProcessesThatWaitForEachOther() throws Exception {
        for (int i = 0; i < 8; i++) {
            start("update", "resource" + i);
        }
        for (Process process : processes) {
            assertThat(process.waitFor()).isZero();
        }
        assertThat(store().read().instances()).hasSize(8 * LockingProcess.UPDATES);
        assertThat(store().read().serial()).isEqualTo(8 * LockingProcess.UPDATES);
    }

    @Test
    void isNotHeldByAProcessThatWasKilled() throws Exception {
        Process process = start("hold");
        assertThat(process.inputReader().readLine()).isEqualTo("holding");
        assertThat(text(() -> store().begin(holder("id-2"), Duration.ZERO)))
                .contains("(process " + process.pid() + ") has been running \"hold\"");
        process.destroyForcibly().waitFor();
        assertThat(store().holder()).isPresent();
        try (StateTransaction transaction = store().begin(holder("id-2"), Duration.ZERO)) {
            assertThat(store().holder()).contains(holder("id-2"));
            assertThat(transaction.initial().current(address("held"))).isPresent();
        }
    }

    @Test
    void unlocksWhatAKilledHolderLeft() throws IOException {
        store().begin(holder("id-1"), Duration.ZERO).close();
        Files.write(project.resolve(".corbel/state/production/lock.json"), LockHolderJson.write(holder("id-1")));
        assertThat(text(() -> store().unlock("id-9"))).isEqualTo("""
                        The lock has another id
                        The lock of environment "production" does not have the id id-9: ada on build-7 (process 4711) has been running "apply production" since 2025-03-01T12:00:00Z, lock id id-1.
                        Look whether that run is really over before you unlock.""");
        store().unlock("id-1");
        assertThat(store().holder()).isEmpty();
        assertThat(text(() -> store().unlock("id-1")))
                .isEqualTo("The state of environment \"production\" is not locked\nThere is nothing to do.\n");
    }

    @Test
    void doesNotUnlockWhatARunningProcessHolds() throws IOException {
        Process process = start("hold");
        assertThat(process.inputReader().readLine()).isEqualTo("holding");
        LockHolder holder = store().holder().orElseThrow();
        assertThat(text(() -> store().unlock(holder.id())))
                .isEqualTo(
                        "The lock is held by a running process\n" + holder.description()
                                + ".\nWait for it, or end that process. The next command takes the lock of a process that is gone, without unlock.");
        assertThat(store().holder()).contains(holder);
    }
}
