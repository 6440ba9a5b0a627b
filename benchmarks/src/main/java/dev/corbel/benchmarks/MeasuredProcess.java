package dev.corbel.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs a command to its end and measures it. */
final class MeasuredProcess {
    private static final String RESIDENT = "VmRSS:";

    private final Path directory;
    private final Map<String, String> environment;
    private final Duration limit;

    MeasuredProcess(Path directory, Map<String, String> environment, Duration limit) {
        this.directory = directory;
        this.environment = environment;
        this.limit = limit;
    }

    /**
     * What the command writes goes to the log.
     *
     * @throws BenchmarkException when it takes longer than the limit, which ends it, or exits with anything but 0
     */
    Measurement run(List<String> command, Path log) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        builder.environment().putAll(environment);
        long start = System.nanoTime();
        Process process = builder.start();
        long peak = 0;
        while (!process.waitFor(10, TimeUnit.MILLISECONDS)) {
            peak = Math.max(peak, memory(process.toHandle()));
            if (System.nanoTime() - start > limit.toNanos()) {
                process.destroy();
                throw new BenchmarkException("longer than " + limit.toSeconds() + " s");
            }
        }
        Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
        if (process.exitValue() != 0) {
            throw new BenchmarkException("exit code " + process.exitValue() + ", see " + log);
        }
        return new Measurement(elapsed, peak == 0 ? OptionalLong.empty() : OptionalLong.of(peak));
    }

    /** What a process and those that it started, such as Terraform's providers, have in memory, in KiB. */
    private static long memory(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                .mapToLong(member -> memory(member.pid()))
                .sum();
    }

    /** Linux says it in /proc; elsewhere nothing is known. */
    private static long memory(long process) {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(process), "status")).stream()
                    .filter(line -> line.startsWith(RESIDENT))
                    .mapToLong(line -> Long.parseLong(
                            line.substring(RESIDENT.length()).replace("kB", "").strip()))
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }
}
