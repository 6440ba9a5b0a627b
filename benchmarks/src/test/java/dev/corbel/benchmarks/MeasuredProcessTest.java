package dev.corbel.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeasuredProcessTest {
    @TempDir
    private Path directory;

    @Test
    void whatACommandWritesGoesToTheLog() throws Exception {
        MeasuredProcess process = new MeasuredProcess(directory, Map.of("WHO", "me"), Duration.ofMinutes(1));

        Measurement measurement = process.run(List.of("sh", "-c", "echo $WHO; pwd >&2"), directory.resolve("log"));

        assertThat(measurement.elapsed()).isPositive();
        assertThat(directory.resolve("log")).hasContent("me\n" + directory.toRealPath() + "\n");
    }

    @Test
    void aFailureNamesTheExitCodeAndTheLog() {
        MeasuredProcess process = new MeasuredProcess(directory, Map.of(), Duration.ofMinutes(1));
        Path log = directory.resolve("log");

        assertThatThrownBy(() -> process.run(List.of("sh", "-c", "exit 3"), log))
                .isInstanceOf(BenchmarkException.class)
                .hasMessage("exit code 3, see " + log);
    }

    @Test
    void aCommandThatTakesTooLongIsEnded() {
        MeasuredProcess process = new MeasuredProcess(directory, Map.of(), Duration.ZERO);

        assertThatThrownBy(() -> process.run(List.of("sleep", "60"), directory.resolve("log")))
                .isInstanceOf(BenchmarkException.class)
                .hasMessage("longer than 0 s");
    }
}
