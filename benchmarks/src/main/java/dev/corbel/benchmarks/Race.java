package dev.corbel.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Takes tools through their steps, each on a project of its own, and prints a line per step. */
final class Race {
    private final Duration limit;
    private final boolean keep;
    private final @Nullable LongSupplier calls;

    /**
     * @param limit the most that one step may take
     * @param keep whether definitions, states and logs are kept
     */
    Race(Duration limit, boolean keep) {
        this(limit, keep, null);
    }

    /**
     * @param calls that a service beside the tools has counted so far
     */
    Race(Duration limit, boolean keep, @Nullable LongSupplier calls) {
        this.limit = limit;
        this.keep = keep;
        this.calls = calls;
    }

    /** Measures all steps; the first that fails is the last. */
    void run(int size, Contender contender, String definition) {
        try (WorkFolder folder = WorkFolder.create(keep)) {
            contender.write(folder.project(), definition);
            run(size, contender, folder);
        } catch (IOException e) {
            System.out.println(ResultTable.failure(
                    size, contender.name(), "preparation", new BenchmarkException(String.valueOf(e.getMessage()))));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Takes a tool through its steps without measuring them, so that a peer has loaded what it needs. */
    void rehearse(Contender contender, String definition) {
        try (WorkFolder folder = WorkFolder.create(false)) {
            contender.write(folder.project(), definition);
            MeasuredProcess process = new MeasuredProcess(folder.project(), contender.environment(), limit);
            for (Map.Entry<String, List<String>> next : contender.steps().entrySet()) {
                process.run(next.getValue(), folder.log(next.getKey()));
            }
        } catch (IOException | BenchmarkException e) {
            System.err.println("The rehearsal of " + contender.name() + " failed: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run(int size, Contender contender, WorkFolder folder) throws IOException, InterruptedException {
        MeasuredProcess process = new MeasuredProcess(folder.project(), contender.environment(), limit);
        String step = "preparation";
        try {
            for (List<String> command : contender.preparation()) {
                process.run(command, folder.log(step));
            }
            for (Map.Entry<String, List<String>> next : contender.steps().entrySet()) {
                step = next.getKey();
                Measurement measurement = measured(process, next.getValue(), folder.log(step));
                System.out.println(ResultTable.row(size, contender.name(), step, measurement));
            }
        } catch (BenchmarkException e) {
            folder.keep();
            System.out.println(ResultTable.failure(size, contender.name(), step, e));
        }
    }

    private Measurement measured(MeasuredProcess process, List<String> command, Path log)
            throws IOException, InterruptedException {
        if (calls == null) {
            return process.run(command, log);
        }
        long before = calls.getAsLong();
        Measurement measurement = process.run(command, log);
        return measurement.withCalls(calls.getAsLong() - before);
    }
}
