package dev.corbel.cli.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;

/** Trials that have nothing in common, some of them at a time, since most of them wait for a lease or for a process. */
final class SideBySide {
    private SideBySide() {}

    /**
     * Makes them all, or those until one fails, whose failure is thrown.
     *
     * @param width how many at a time
     * @param numbers for each trial the one that it is called with
     */
    static void run(int width, int[] numbers, IntConsumer trial) {
        ExecutorService workers = Executors.newFixedThreadPool(width);
        try {
            List<Future<?>> trials = new ArrayList<>();
            for (int number : numbers) {
                trials.add(workers.submit(() -> trial.accept(number)));
            }
            for (Future<?> each : trials) {
                each.get();
            }
        } catch (ExecutionException failed) {
            throw new AssertionError(failed.getMessage(), failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", stopped);
        } finally {
            workers.shutdownNow();
        }
    }
}
