package dev.corbel.benchmarks;

import java.util.Locale;

/** Renders results as lines of a Markdown table, one at a time, since the next may take minutes. */
final class ResultTable {
    private ResultTable() {}

    static String heading() {
        return """
                | resources | tool | step | seconds | µs per resource | peak memory |
                |---:|---|---|---:|---:|---:|""";
    }

    static String row(int size, String tool, String step, Measurement measurement) {
        double seconds = measurement.elapsed().toNanos() / 1e9;
        String memory =
                measurement.peakMemory().isPresent() ? measurement.peakMemory().getAsLong() / 1024 + " MiB" : "unknown";
        return String.format(
                Locale.ROOT,
                "| %,d | %s | %s | %.2f | %,.0f | %s |",
                size,
                tool,
                step,
                seconds,
                seconds / size * 1e6,
                memory);
    }

    static String failure(int size, String tool, String step, BenchmarkException failure) {
        return String.format(Locale.ROOT, "| %,d | %s | %s | %s | | |", size, tool, step, failure.getMessage());
    }
}
