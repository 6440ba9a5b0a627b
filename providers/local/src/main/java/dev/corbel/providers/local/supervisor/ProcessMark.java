package dev.corbel.providers.local.supervisor;

import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A process as it is recognised later: by its id and its start, since ids are used again.
 *
 * @param started when it began, in milliseconds; 0 where the system does not tell
 */
public record ProcessMark(long pid, long started) {
    /** Systems reckon the start from that of the machine, which they know to a second. */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    private static final String PID = "pid";
    private static final String STARTED = "started";

    public static ProcessMark of(ProcessHandle handle) {
        return new ProcessMark(
                handle.pid(),
                handle.info().startInstant().map(Instant::toEpochMilli).orElse(0L));
    }

    /** The mark in a file's content; empty where that has none. */
    public static Optional<ProcessMark> of(MapValue content) {
        DesiredAttributes fields = new DesiredAttributes(content);
        Long pid = fields.longNumber(PID);
        Long started = fields.longNumber(STARTED);
        return pid == null || started == null ? Optional.empty() : Optional.of(new ProcessMark(pid, started));
    }

    MapValue content() {
        Map<String, Value> entries = new LinkedHashMap<>();
        entries.put(PID, Value.of(pid));
        entries.put(STARTED, Value.of(started));
        return new MapValue(entries);
    }

    /** The process, as long as it runs. */
    public Optional<ProcessHandle> running() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(this::isSame)
                .filter(handle -> !isDead(pid));
    }

    public boolean isRunning() {
        return running().isPresent();
    }

    private boolean isSame(ProcessHandle handle) {
        return Math.abs(of(handle).started() - started) <= TOLERANCE.toMillis();
    }

    /** Tells of a process that ended and that its parent has not asked for: Java takes it for one that runs. */
    private static boolean isDead(long pid) {
        try {
            String line = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            return line.startsWith(") Z", line.lastIndexOf(')'));
        } catch (IOException elsewhere) {
            return false;
        }
    }
}
