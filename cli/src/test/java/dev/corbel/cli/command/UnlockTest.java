package dev.corbel.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.cli.testing.CommandRun;
import dev.corbel.cli.testing.SampleState;
import dev.corbel.state.StateTransaction;
import dev.corbel.state.local.LocalStateStore;
import dev.corbel.state.model.LockHolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Locks that are removed by hand, and who is asked about them first. */
class UnlockTest {
    private static final LockHolder ADA =
            new LockHolder("id-1", "ada", "build-7", 4711, "apply default", Instant.parse("2025-03-01T12:00:00Z"));
    private static final String HOLDER =
            "ada on build-7 (process 4711) has been running \"apply default\" since 2025-03-01T12:00:00Z, lock id id-1";
    private static final String QUESTION = HOLDER + """
            .
            Remove this lock of environment "default"? Do so where that run is over: one that still goes on is cut off from state.
              Only "yes" is taken as approval:\s
            """;

    @TempDir
    Path project;

    @BeforeEach
    void prepare() throws IOException {
        SampleState.in(project);
    }

    @Test
    void whatIsNotLockedIsSaidBeforeAnybodyIsAsked() {
        CommandRun refused = new CommandRun(1, "", """
                Error: The state of environment "default" is not locked

                  There is nothing to do.
                """);
        assertThat(run("", "unlock", "1234")).isEqualTo(refused);
        assertThat(run("", "unlock", "--force", "1234")).isEqualTo(refused);
    }

    @Test
    void anotherIdIsRefusedBeforeAnybodyIsAsked() throws IOException {
        leaveLock();
        assertThat(run("", "unlock", "1234")).isEqualTo(new CommandRun(1, "", """
                Error: The lock has another id

                  The lock of environment "default" does not have the id 1234: %s.

                  Look whether that run is really over before you unlock.
                """.formatted(HOLDER)));
    }

    @Test
    void theQuestionSaysWhoseLockItIs() throws IOException {
        leaveLock();
        assertThat(run("no\n", "unlock", "id-1")).isEqualTo(new CommandRun(1, "", QUESTION + "Nothing was done.\n"));
        assertThat(run("", "unlock", "id-1").err()).isEqualTo(QUESTION + """
                Error: There is nobody to ask

                  The input ends before an answer comes.

                  Give --auto-approve, or --force, which is the same.
                """);
        assertThat(run("yes\n", "unlock", "id-1")).isEqualTo(new CommandRun(0, """
                Removed the lock of ada on build-7 (process 4711), held since 2025-03-01T12:00:00Z for "apply default".
                """, QUESTION));
        assertThat(run("", "unlock", "id-1").err())
                .startsWith("Error: The state of environment \"default\" is not locked\n");
    }

    @Test
    void aLockThatIsHeldStays() {
        try (StateTransaction held = begin()) {
            assertThat(run("", "unlock", "--auto-approve", "id-1"))
                    .isEqualTo(new CommandRun(1, "", """
                    Error: The lock is held by a running process

                      %s.

                      Wait for it, or end that process. The next command takes the lock of a process that is gone, without unlock.
                    """.formatted(HOLDER)));
            assertThat(held.initial().serial()).isEqualTo(1);
        }
    }

    private StateTransaction begin() {
        return new LocalStateStore(project, "default", "test").begin(ADA, Duration.ZERO);
    }

    /** What a killed run leaves. */
    private void leaveLock() throws IOException {
        Path file = project.resolve(".corbel/state/default/lock.json");
        byte[] text;
        try (StateTransaction held = begin()) {
            text = Files.readAllBytes(file);
            assertThat(held.initial().serial()).isEqualTo(1);
        }
        Files.write(file, text);
    }

    private CommandRun run(String input, String... arguments) {
        return CommandRun.in(project, Map.of(), input, arguments);
    }
}
