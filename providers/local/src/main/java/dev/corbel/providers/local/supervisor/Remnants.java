package dev.corbel.providers.local.supervisor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** What a process started and left behind when it was killed. It is told by its environment, on Linux alone. */
final class Remnants {
    /** The variable with which a process and all that it starts are told from those of another start. */
    static final String MARK = "CORBEL_PROCESS";

    private static final int PAUSE_MILLIS = 20;
    private static final int PAUSES = 250;

    private Remnants() {}

    /** Kills all that has a mark, and waits for its end. */
    static void end(String mark) throws InterruptedException {
        if (mark.isEmpty()) {
            return;
        }
        List<ProcessMark> found;
        try (Stream<ProcessHandle> all = of(mark)) {
            found = all.map(ProcessMark::of).toList();
        }
        for (ProcessMark remnant : found) {
            remnant.running().ifPresent(ProcessHandle::destroyForcibly);
        }
        for (int left = PAUSES; left > 0 && found.stream().anyMatch(ProcessMark::isRunning); left--) {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
    }

    /** All that has a mark. */
    static Stream<ProcessHandle> of(String mark) {
        String entry = MARK + "=" + mark;
        return ProcessHandle.allProcesses().filter(process -> has(process, entry));
    }

    private static boolean has(ProcessHandle process, String entry) {
        try {
            byte[] environment = Files.readAllBytes(Path.of("/proc", Long.toString(process.pid()), "environ"));
            return Arrays.asList(new String(environment, StandardCharsets.UTF_8).split("\0", -1))
                    .contains(entry);
        } catch (IOException othersOrGone) {
            return false;
        }
    }
}
