package dev.corbel.benchmarks;

import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.state.StateBackend;
import dev.corbel.state.StateTransaction;
import dev.corbel.state.backend.BackendContext;
import dev.corbel.state.backend.StateBackends;
import dev.corbel.state.backend.StateBlock;
import dev.corbel.state.model.LockHolder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures what the journal of one place costs for each operation, in a process of its own. */
@Command(name = "journal-cost")
final class JournalCost implements Runnable {
    @Option(names = "--name", required = true)
    private String name;

    @Option(names = "--place", required = true)
    private String place;

    @Option(names = "--set")
    private Map<String, String> configuration = new LinkedHashMap<>();

    @Option(names = "--threads", split = ",", required = true)
    private List<Integer> threads;

    @Option(names = "--seconds", required = true)
    private int seconds;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new JournalCost()).execute(arguments));
    }

    @Override
    public void run() {
        Map<String, Value> values = new LinkedHashMap<>();
        configuration.forEach((key, value) -> values.put(key, Value.of(value)));
        StateBlock block = new StateBlock(place, new MapValue(values), Optional.empty(), Map.of());
        BackendContext context =
                new BackendContext(Path.of("").toAbsolutePath(), "benchmark", "benchmark").with(System.getenv());
        try (StateBackend store = StateBackends.discover().open(block, context);
                StateTransaction transaction =
                        store.begin(LockHolder.ofThisProcess("benchmark"), Duration.ofMinutes(1))) {
            AtomicLong number = new AtomicLong();
            for (int count : threads) {
                measure(transaction, number, count, Math.max(1, seconds / 2));
                double rate = measure(transaction, number, count, seconds);
                System.out.printf(Locale.ROOT, "| %s | %d | %,.0f | %,.0f |%n", name, count, rate, 1e6 * count / rate);
            }
        }
    }

    /** Operations in a second. */
    private static double measure(StateTransaction transaction, AtomicLong number, int threads, int seconds) {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        long start = System.nanoTime();
        long end = start + TimeUnit.SECONDS.toNanos(seconds);
        try {
            List<Future<Long>> running = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                running.add(pool.submit(() -> {
                    long done = 0;
                    for (; System.nanoTime() < end; done++) {
                        SampleOperations.run(transaction, number.incrementAndGet());
                    }
                    return done;
                }));
            }
            long all = 0;
            for (Future<Long> one : running) {
                all += one.get();
            }
            return all * 1e9 / (System.nanoTime() - start);
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } finally {
            pool.shutdownNow();
        }
    }
}
