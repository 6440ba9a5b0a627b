package dev.corbel.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures what a killed apply costs the next command: folding its journal, and looking into its interrupted calls. */
@Command(
        name = "benchmarks/run recovery",
        description = "Measures the plan after an apply of many changes that was killed half-way.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
final class RecoveryProcess implements Runnable {
    @Option(names = "--launcher", required = true, hidden = true)
    private Path launcher;

    @Option(names = "--sizes", split = ",", defaultValue = "10000", description = "How many resources state has.")
    private List<Integer> sizes;

    @Option(names = "--java-options", defaultValue = "-Xmx1g", description = "For the Java that runs Corbel.")
    private String javaOptions;

    @Option(names = "--limit", defaultValue = "1800", description = "The most seconds for one step.")
    private int limit;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new RecoveryProcess()).execute(arguments));
    }

    @Override
    public void run() {
        System.out.println(ResultTable.heading());
        for (int size : sizes) {
            try (WorkFolder folder = WorkFolder.create(false)) {
                run(size, folder);
            } catch (IOException failure) {
                throw new BenchmarkException(String.valueOf(failure.getMessage()));
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void run(int size, WorkFolder folder) throws IOException, InterruptedException {
        Contender corbel = Contender.corbel("Corbel", launcher, javaOptions);
        MeasuredProcess process =
                new MeasuredProcess(folder.project(), corbel.environment(), Duration.ofSeconds(limit));
        List<String> plan = List.of(launcher.toString(), "plan");
        List<String> apply = List.of(launcher.toString(), "apply", "--auto-approve");
        corbel.write(folder.project(), definition(size, 1));
        process.run(apply, folder.log("apply"));
        corbel.write(folder.project(), definition(size, 2));
        print(size, "plan of changes", process.run(plan, folder.log("plan")));
        long lines = kill(apply, corbel.environment(), folder, size);
        String recovering = "plan after a kill, journal of %,d lines".formatted(lines);
        print(size, recovering, process.run(plan, folder.log("recovery")));
        print(size, "the same plan again", process.run(plan, folder.log("again")));
    }

    private static void print(int size, String step, Measurement measurement) {
        System.out.println(ResultTable.row(size, "Corbel", step, measurement));
    }

    private static String definition(int size, int value) {
        return """
                provider('simulator') {}
                for (i in 0..<%d) {
                    resource('sim_object', "o$i") { name = "o$i"; value = %d }
                }
                """.formatted(size, value);
    }

    /** Kills an apply when half of its changes are journalled, and gives the length of the journal. */
    private static long kill(List<String> apply, Map<String, String> environment, WorkFolder folder, int size)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(apply)
                .directory(folder.project().toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.log("killed").toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        Path journal = folder.project().resolve(".corbel/state/default/journal");
        try {
            while (lines(journal) < size) {
                if (!process.isAlive()) {
                    throw new BenchmarkException("ended before it was killed, see " + folder.log("killed"));
                }
                Thread.sleep(20);
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
        return lines(journal);
    }

    private static long lines(Path journal) throws IOException {
        if (!Files.isDirectory(journal)) {
            return 0;
        }
        long lines = 0;
        try (Stream<Path> segments = Files.list(journal)) {
            for (Path segment : segments.toList()) {
                for (byte each : Files.readAllBytes(segment)) {
                    lines += each == '\n' ? 1 : 0;
                }
            }
        }
        return lines;
    }
}
