package dev.corbel.state.conformance;

import dev.corbel.state.remote.RemoteConflictException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Does things at the same time. */
final class Race {
    private static final int THREADS = 16;

    private Race() {}

    interface Attempt {
        void run() throws Exception;
    }

    interface Use<T> {
        void accept(T value) throws Exception;
    }

    /** The threads without a conflict, of those that all start at once. */
    static List<Integer> winners(Use<Integer> attempt) throws Exception {
        List<Integer> winners = new ArrayList<>();
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            numbers.add(i);
        }
        together(numbers, number -> {
            try {
                attempt.accept(number);
            } catch (RemoteConflictException lost) {
                return;
            }
            synchronized (winners) {
                winners.add(number);
            }
        });
        return winners;
    }

    /** Does it for each value at the same time, however many there are. */
    static <T> void together(List<T> values, Use<T> use) throws Exception {
        CountDownLatch ready = new CountDownLatch(values.size());
        run(values, values.size(), value -> {
            ready.countDown();
            ready.await();
            use.accept(value);
        });
    }

    /** Does it for each value, up to {@value #THREADS} at a time, and throws the first failure at the end. */
    static <T> void each(List<T> values, Use<T> use) throws Exception {
        run(values, THREADS, use);
    }

    private static <T> void run(List<T> values, int atOnce, Use<T> use) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(atOnce);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (T value : values) {
                running.add(threads.submit(() -> {
                    use.accept(value);
                    return true;
                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof Error error) {
                throw error;
            }
            throw failure;
        } finally {
            threads.shutdownNow();
        }
    }
}
