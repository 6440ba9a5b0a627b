package dev.corbel.benchmarks;

import dev.corbel.providers.api.IdentityClass;
import dev.corbel.providers.api.ProviderKey;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.state.StateTransaction;
import dev.corbel.state.journal.Intent;
import dev.corbel.state.journal.Result;
import dev.corbel.state.local.LocalStateStore;
import dev.corbel.state.model.LockHolder;
import dev.corbel.state.model.ProviderRecord;
import dev.corbel.state.model.State;
import dev.corbel.state.model.StateChange;
import dev.corbel.state.model.StateObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    private static final ProviderRecord PROVIDER =
            new ProviderRecord(ProviderKey.of("simulator"), Value.map(Map.of("directory", Value.of(".simulator"))));

    private static Address address(long number) {
        return Address.resource("sim_object", "n" + number);
    }

    private static StateObject object(long number) {
        Map<String, Value> attributes = new LinkedHashMap<>();
        attributes.put("id", Value.of("id-" + number));
        attributes.put("name", Value.of("object " + number));
        attributes.put("value", Value.of("x".repeat(50)));
        attributes.put("revision", Value.of(number));
        attributes.put("fixed", Value.ofNull());
        return new StateObject(
                PROVIDER, 1, new MapValue(attributes), "", List.of(address(number / 10)), false, false, 0);
    }

    private static Result put(Optional<String> operation, long number) {
        return new Result(operation, List.of(new StateChange.PutCurrent(address(number), object(number))));
    }

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
            long current = number.incrementAndGet();
            String operation = Long.toString(current);
            StateObject object = object(current);
            transaction.intend(new Intent(
                    operation,
                    address(current),
                    Intent.Action.CREATE,
                    PROVIDER,
                    IdentityClass.CLIENT_TOKEN,
                    object.attributes(),
                    Optional.of(object),
                    Optional.empty(),
                    "digest"));
            transaction.record(put(Optional.of(operation), current % 1000));
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
                    transaction.recordLater(put(Optional.empty(), i));
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
                    Optional.empty(), List.of(new StateChange.PutCurrent(address(0), object(environment.change)))));
            return transaction.commit();
        }
    }
}
