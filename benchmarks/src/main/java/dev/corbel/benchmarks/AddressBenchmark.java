package dev.corbel.benchmarks;

import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.address.AddressParser;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Addresses are made, rendered and read back once or more for every resource of every run. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class AddressBenchmark {
    private final Address address = Address.resource("aws_subnet", "app").withKey("a");
    private final String text = address.qualified();

    @Benchmark
    public String render() {
        return address.qualified();
    }

    @Benchmark
    public Optional<Address> parse() {
        return AddressParser.parse(text);
    }
}
