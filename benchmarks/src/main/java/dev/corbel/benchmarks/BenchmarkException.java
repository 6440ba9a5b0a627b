package dev.corbel.benchmarks;

/** A step that did not come to its end; the message says why, for the table. */
final class BenchmarkException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BenchmarkException(String message) {
        super(message);
    }
}
