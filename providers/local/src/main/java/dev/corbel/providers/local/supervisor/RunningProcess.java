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
import java.util.stream.Stream;

/**
 * A process that was started for a job.
 *
 * @param remnants the mark of it and of all that it starts
 * @param port the port that it was told; 0 where it was told none
 * @param logStart where its part of the log begins
 * @param stopSignal what asks it to end, such as {@code INT}; empty for what the system takes for that
 */
record RunningProcess(
        ProcessMark mark, String remnants, int port, String configuration, long logStart, String stopSignal) {
    private static final int PAUSE_MILLIS = 20;
    private static final int PAUSES_TO_ASK_AGAIN = 50;

    MapValue content() {
        return mark.content()
                .with("remnants", Value.of(remnants))
                .with("port", Value.of(port))
                .with("configuration", Value.of(configuration))
                .with("logStart", Value.of(logStart))
                .with("stopSignal", Value.of(stopSignal));
    }

    static Optional<RunningProcess> of(MapValue content) {
        DesiredAttributes fields = new DesiredAttributes(content);
        return ProcessMark.of(content)
                .map(mark -> new RunningProcess(
                        mark,
                        Optional.ofNullable(fields.text("remnants")).orElse(""),
                        Optional.ofNullable(fields.number("port")).orElse(0),
                        Optional.ofNullable(fields.text("configuration")).orElse(""),
                        Optional.ofNullable(fields.longNumber("logStart")).orElse(0L),
                        Optional.ofNullable(fields.text("stopSignal")).orElse("")));
    }

    boolean isRunning() {
        return mark.isRunning();
    }

    /** It and all that it started, as far as the system tells. */
    Stream<ProcessHandle> family() {
        Stream<ProcessHandle> itself =
                mark.running().stream().flatMap(process -> Stream.concat(Stream.of(process), process.descendants()));
        return remnants.isEmpty() ? itself : Stream.concat(itself, Remnants.of(remnants));
    }

    /** Asks it and what it started to end, and ends them where they don't within a time. */
    void stop(Duration patience) throws InterruptedException {
        Optional<ProcessHandle> process = mark.running();
        if (process.isPresent()) {
            stop(process.get(), patience);
        }
        endRemnants();
    }

    /** Ends what it started and left behind. */
    void endRemnants() throws InterruptedException {
        Remnants.end(remnants);
    }

    private void stop(ProcessHandle process, Duration patience) throws InterruptedException {
        List<ProcessMark> others = process.descendants().map(ProcessMark::of).toList();
        long deadline = System.nanoTime() + patience.toNanos();
        for (int pauses = 0; isRunning() && System.nanoTime() < deadline; pauses++) {
            // Again after a while: what was busy with its start may not have heard it.
            if (pauses % PAUSES_TO_ASK_AGAIN == 0) {
                askToEnd(process);
            }
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
        mark.running().ifPresent(ProcessHandle::destroyForcibly);
        others.forEach(other -> other.running().ifPresent(ProcessHandle::destroyForcibly));
        while (isRunning()) {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
    }

    private void askToEnd(ProcessHandle process) {
        if (stopSignal.isEmpty()) {
            process.destroy();
            return;
        }
        try {
            new ProcessBuilder("/bin/sh", "-c", "kill -s " + stopSignal + " " + process.pid())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException noShell) {
            process.destroy();
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
