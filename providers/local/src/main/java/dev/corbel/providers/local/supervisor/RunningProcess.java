package dev.corbel.providers.local.supervisor;

import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/**
 * A process that was started for a job.
 *
 * @param port the port that it was told; 0 where it was told none
 * @param logStart where its part of the log begins
 */
record RunningProcess(ProcessMark mark, int port, String configuration, long logStart) {
    private static final int PAUSE_MILLIS = 20;

    MapValue content() {
        return mark.content()
                .with("port", Value.of(port))
                .with("configuration", Value.of(configuration))
                .with("logStart", Value.of(logStart));
    }

    static Optional<RunningProcess> of(MapValue content) {
        DesiredAttributes fields = new DesiredAttributes(content);
        return ProcessMark.of(content)
                .map(mark -> new RunningProcess(
                        mark,
                        Optional.ofNullable(fields.number("port")).orElse(0),
                        Optional.ofNullable(fields.text("configuration")).orElse(""),
                        Optional.ofNullable(fields.longNumber("logStart")).orElse(0L)));
    }

    boolean isRunning() {
        return mark.isRunning();
    }

    /** Asks it and what it started to end, and ends them where they don't within a time. */
    void stop(Duration patience) throws InterruptedException {
        Optional<ProcessHandle> process = mark.running();
        if (process.isEmpty()) {
            return;
        }
        List<ProcessMark> others =
                process.get().descendants().map(ProcessMark::of).toList();
        process.get().destroy();
        long deadline = System.nanoTime() + patience.toNanos();
        while (isRunning() && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
        mark.running().ifPresent(ProcessHandle::destroyForcibly);
        others.forEach(other -> other.running().ifPresent(ProcessHandle::destroyForcibly));
        while (isRunning()) {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
    }

    /** The memory that it has, in bytes; empty where the system does not tell. */
    OptionalLong memory() {
        try {
            for (String line : Files.readAllLines(Path.of("/proc", Long.toString(mark.pid()), "status"))) {
                if (line.startsWith("VmRSS:")) {
                    return OptionalLong.of(Long.parseLong(line.replaceAll("\\D", "")) * 1024);
                }
            }
        } catch (IOException elsewhere) {
            return OptionalLong.empty();
        }
        return OptionalLong.empty();
    }
}
