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

    /** The heading of a table of steps that call a service. */
    static String headingWithCalls() {
        return """
                | resources | tool | step | seconds | µs per resource | peak memory | calls |
                |---:|---|---|---:|---:|---:|---:|""";
    }

    static String row(int size, String tool, String step, Measurement measurement) {
        double seconds = measurement.elapsed().toNanos() / 1e9;
        String memory =
                measurement.peakMemory().isPresent() ? measurement.peakMemory().getAsLong() / 1024 + " MiB" : "unknown";
        String calls = measurement.calls().isPresent()
                ? String.format(Locale.ROOT, " %,d |", measurement.calls().getAsLong())
                : "";
        return String.format(
                        Locale.ROOT,
                        "| %,d | %s | %s | %.2f | %,.0f | %s |",
                        size,
                        tool,
                        step,
                        seconds,
                        seconds / size * 1e6,
                        memory)
                + calls;
    }

    static String failure(int size, String tool, String step, BenchmarkException failure) {
        return String.format(Locale.ROOT, "| %,d | %s | %s | %s | | |", size, tool, step, failure.getMessage());
    }
}
