package dev.corbel.state.azure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** Makes many calls, some at a time: a journal may have thousands of blobs. */
final class Together {
    private static final int MAX_THREADS = 16;

    private Together() {}

    /** All are tried; then the first failure is thrown. */
    static void each(Collection<String> names, Consumer<String> call) {
        if (names.isEmpty()) {
            return;
        }
        ExecutorService threads = Executors.newFixedThreadPool(Math.min(MAX_THREADS, names.size()), Together::daemon);
        try {
            List<CompletableFuture<Void>> calls = new ArrayList<>();
            names.forEach(name -> calls.add(CompletableFuture.runAsync(() -> call.accept(name), threads)));
            CompletableFuture.allOf(calls.toArray(CompletableFuture<?>[]::new)).join();
        } catch (CompletionException failure) {
            throw failure.getCause() instanceof RuntimeException cause ? cause : failure;
        } finally {
            threads.shutdown();
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "corbel-state-azure");
        thread.setDaemon(true);
        return thread;
    }
}
