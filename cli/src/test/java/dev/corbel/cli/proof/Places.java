package dev.corbel.cli.proof;

import java.util.function.IntFunction;

/**
 * New places of one kind, each without state.
 *
 * @param source makes one whose times are so many times shorter than usual
 * @param end puts back what was set so that this process reaches them
 */
record Places(IntFunction<Place> source, Runnable end) implements AutoCloseable {
    Places(IntFunction<Place> source) {
        this(source, () -> {});
    }

    /** One as it is delivered. */
    Place newPlace() {
        return source.apply(1);
    }

    /** One whose lease lasts a second. */
    Place newHastyPlace() {
        return source.apply(30);
    }

    @Override
    public void close() {
        end.run();
    }
}
