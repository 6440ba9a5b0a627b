package dev.corbel.planner.prior;

import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Runs the calls of a plan beside each other, never more than so many at once. */
public final class Tasks implements AutoCloseable {
    private final ExecutorService executor;

    public Tasks(int parallelism) {
        AtomicInteger number = new AtomicInteger();
        this.executor = Executors.newFixedThreadPool(parallelism, work -> {
            Thread thread = new Thread(work, "plan-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Returns when all have run.
     *
     * @throws DiagnosticsException where the calling thread is interrupted, or where one of them failed with it
     */
    public void runAll(List<? extends Runnable> tasks) {
        if (tasks.size() == 1) {
            tasks.get(0).run();
            return;
        }
        List<Future<?>> running = new ArrayList<>(tasks.size());
        tasks.forEach(task -> running.add(executor.submit(task)));
        try {
            for (Future<?> future : running) {
                future.get();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new DiagnosticsException(
                    Diagnostic.error("Planning was interrupted", "Nothing was changed."), interrupted);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(failed.getCause());
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
