package dev.corbel.state.remote;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Reads many objects at a time. */
final class ParallelRead {
    private static final int THREADS = 16;

    private final SteadyObjects objects;

    ParallelRead(SteadyObjects objects) {
        this.objects = objects;
    }

    /** The objects with these names; a {@link NoSuchFileException} where there is none. */
    List<RemoteObject> read(List<String> names) throws IOException {
        if (names.isEmpty()) {
            return List.of();
        }
        ExecutorService threads = Executors.newFixedThreadPool(Math.min(THREADS, names.size()), task -> {
            Thread thread = new Thread(task, "corbel-journal-read");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Future<RemoteObject>> reading = new ArrayList<>();
            names.forEach(name -> reading.add(threads.submit(() -> read(name))));
            List<RemoteObject> read = new ArrayList<>();
            for (Future<RemoteObject> one : reading) {
                read.add(one.get());
            }
            return read;
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof IOException known) {
                throw known;
            }
            throw new IllegalStateException(failure.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while reading the journal", stopped);
        } finally {
            threads.shutdownNow();
        }
    }

    private RemoteObject read(String name) throws IOException {
        return objects.get(name).orElseThrow(() -> new NoSuchFileException(name));
    }
}
