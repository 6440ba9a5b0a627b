package dev.corbel.benchmarks;

import dev.corbel.state.StateTransaction;
import dev.corbel.state.journal.Result;
import dev.corbel.state.local.LocalStateStore;
import dev.corbel.state.model.LockHolder;
import dev.corbel.state.model.State;
import dev.corbel.state.model.StateChange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What state costs: the two synced journal lines of one operation when so many threads work at once, and reading and
 * committing a state of so many instances. The disk is that of the temporary folder ({@code -Djava.io.tmpdir}).
 */
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(1)
public class StateBenchmark {
    private static WorkFolder temporary() {
        try {
            return WorkFolder.create(false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static StateTransaction begin(WorkFolder folder) {
        return store(folder).begin(LockHolder.ofThisProcess("benchmark"), Duration.ZERO);
    }

    private static LocalStateStore store(WorkFolder folder) {
        return new LocalStateStore(folder.project(), "benchmark", "benchmark");
    }

    /** A run that journals. */
    @org.openjdk.jmh.annotations.State(Scope.Benchmark)
    public static class Journal {
        private final AtomicLong number = new AtomicLong();
        private final WorkFolder folder = temporary();
        private final StateTransaction transaction = begin(folder);

        @TearDown
        public void end() throws IOException {
            transaction.close();
            folder.close();
        }

        void operation() {
            SampleOperations.run(transaction, number.incrementAndGet());
        }
    }

    /** An environment of some size. */
    @org.openjdk.jmh.annotations.State(Scope.Benchmark)
    public static class Environment {
        @Param({"1000", "10000", "100000"})
        private int instances;

        private final WorkFolder folder = temporary();
        private long change;

        @Setup(Level.Trial)
        public void fill() {
            try (StateTransaction transaction = begin(folder)) {
                for (int i = 0; i < instances; i++) {
                    transaction.recordLater(SampleOperations.put(Optional.empty(), i));
                }
                transaction.commit();
            }
        }

        @TearDown(Level.Trial)
        public void end() throws IOException {
            folder.close();
        }
    }

    @Benchmark
    @BenchmarkMode(Mode.Throughput)
    @OutputTimeUnit(TimeUnit.SECONDS)
    @Threads(1)
    public void operationsOf01Thread(Journal journal) {
        journal.operation();
    }

    @Benchmark
    @BenchmarkMode(Mode.Throughput)
    @OutputTimeUnit(TimeUnit.SECONDS)
    @Threads(4)
    public void operationsOf04Threads(Journal journal) {
        journal.operation();
    }

    @Benchmark
    @BenchmarkMode(Mode.Throughput)
    @OutputTimeUnit(TimeUnit.SECONDS)
    @Threads(16)
    public void operationsOf16Threads(Journal journal) {
        journal.operation();
    }

    @Benchmark
    @BenchmarkMode(Mode.Throughput)
    @OutputTimeUnit(TimeUnit.SECONDS)
    @Threads(64)
    public void operationsOf64Threads(Journal journal) {
        journal.operation();
    }

    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    public State read(Environment environment) {
        return store(environment.folder).read();
    }

    /** Opens state, changes one object and commits: a read, a write and a handful of syncs. */
    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    public State change(Environment environment) {
        try (StateTransaction transaction = begin(environment.folder)) {
            environment.change++;
            transaction.record(new Result(
                    Optional.empty(),
                    List.of(new StateChange.PutCurrent(
                            SampleOperations.address(0), SampleOperations.object(environment.change)))));
            return transaction.commit();
        }
    }
}
