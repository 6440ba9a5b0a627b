package dev.corbel.providers.local.supervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.conformance.Values;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The start of a process by a supervisor that ends in the midst of it. */
class LaunchTest {
    @TempDir
    Path folder;

    /** A supervisor that is killed when a process is to be written down: {@code Killed FOLDER}. */
    static final class Killed {
        private Killed() {}

        public static void main(String[] arguments) throws Exception {
            Path place = Path.of(arguments[0]);
            start(place, process -> {
                Files.writeString(
                        place.resolve("pid"), Long.toString(process.mark().pid()));
                Runtime.getRuntime().halt(137);
            });
        }
    }

    private static RunningProcess start(Path place, Launch.Recorder recorder) throws Exception {
        Job job = new Job(Values.map(
                Job.CONFIGURATION, "1", Job.COMMAND, List.of("sh", "-c", "echo ran > ran; exec sleep 1000")));
        return Launch.start(job, MapValue.EMPTY, 0, place, place.resolve(Job.LOG), recorder);
    }

    private void assertNeverRan(long pid) throws InterruptedException {
        for (int left = 1000; left > 0 && ProcessHandle.of(pid).isPresent(); left--) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        assertThat(ProcessHandle.of(pid)).as("process %d", pid).isEmpty();
        assertThat(folder.resolve("ran")).doesNotExist();
    }

    @Test
    void aSupervisorThatIsKilledBeforeItWritesAProcessDownLeavesNone() throws Exception {
        Process supervisor = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Killed.class.getName(),
                        folder.toString())
                .inheritIO()
                .start();

        assertThat(supervisor.waitFor()).isEqualTo(137);

        assertNeverRan(Long.parseLong(Files.readString(folder.resolve("pid"))));
    }

    @Test
    void aProcessThatCannotBeWrittenDownRunsNothing() throws Exception {
        long[] pid = new long[1];

        assertThatThrownBy(() -> start(folder, process -> {
                    pid[0] = process.mark().pid();
                    throw new IOException("No space left on device");
                }))
                .hasMessage("No space left on device");

        assertNeverRan(pid[0]);
    }

    @Test
    void aProgramOfPathThatIsNotThereIsToldWithIt() {
        Job job = new Job(Values.map(Job.CONFIGURATION, "1", Job.COMMAND, List.of("no-such-program")));

        assertThatThrownBy(() -> Launch.start(job, MapValue.EMPTY, 0, folder, folder.resolve(Job.LOG), process -> {}))
                .isInstanceOfSatisfying(JobFailure.class, failure -> {
                    assertThat(failure).hasMessage("Its command cannot be started: no-such-program.");
                    assertThat(failure.log()).containsExactly("No folder of PATH has it: " + System.getenv("PATH"));
                });
    }
}
