package dev.corbel.providers.kit.call;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.ReadableType.ReadRequest;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/** Reads many objects with few calls. */
public final class Batch {
    private final FailureClassifier failures;
    private final int size;
    private final Supplier<ExecutorService> executor;

    /**
     * Batches of one client library.
     *
     * @param size the number of keys that one list takes
     * @param executor for calls beside each other; asked for when there are any
     */
    public Batch(FailureClassifier failures, int size, Supplier<ExecutorService> executor) {
        this.failures = failures;
        this.size = size;
        this.executor = executor;
    }

    /** Reads objects by their {@code id}; see the other methods of this name. */
    public <T> List<ReadResult> read(
            List<ReadRequest> requests,
            Function<List<String>, Map<String, T>> list,
            Function<String, Optional<T>> find,
            BiFunction<T, ReadRequest, ObjectState> show) {
        return read(requests, Batch::id, list, find, show);
    }

    /** Reads objects, as many with one list as it takes; see the other methods of this name. */
    public <T> List<ReadResult> read(
            List<ReadRequest> requests,
            Function<ReadRequest, String> key,
            Function<List<String>, Map<String, T>> list,
            Function<String, Optional<T>> find,
            BiFunction<T, ReadRequest, ObjectState> show) {
        return read(requests, size, key, list, find, show);
    }

    /**
     * Reads objects, many with one list. An object that the list lacks is confirmed by a direct read, since lists lag.
     *
     * @param perList the number of keys that one list takes
     * @param key by which list and find know an object
     * @param list finds those of these keys that are there, by key
     * @param find finds one, or nothing where it is certainly not there
     * @param show renders an object that was found
     */
    public <K, T> List<ReadResult> read(
            List<ReadRequest> requests,
            int perList,
            Function<ReadRequest, K> key,
            Function<List<K>, Map<K, T>> list,
            Function<K, Optional<T>> find,
            BiFunction<T, ReadRequest, ObjectState> show) {
        List<ReadResult> results = new ArrayList<>(requests.size());
        for (int start = 0; start < requests.size(); start += perList) {
            List<ReadRequest> chunk = requests.subList(start, Math.min(requests.size(), start + perList));
            try {
                Map<K, T> found = list.apply(chunk.stream().map(key).distinct().toList());
                for (ReadRequest request : chunk) {
                    K name = key.apply(request);
                    results.add(one(
                            request, () -> Optional.ofNullable(found.get(name)).or(() -> find.apply(name)), show));
                }
            } catch (RuntimeException failure) {
                ReadResult unreadable = unreadable(failure);
                chunk.forEach(request -> results.add(unreadable));
            }
        }
        return results;
    }

    private <T> ReadResult one(
            ReadRequest request, Supplier<Optional<T>> answer, BiFunction<T, ReadRequest, ObjectState> show) {
        try {
            return answer.get()
                    .<ReadResult>map(object -> new ReadResult.Present(show.apply(object, request)))
                    .orElseGet(ReadResult.Absent::new);
        } catch (RuntimeException failure) {
            return unreadable(failure);
        }
    }

    private ReadResult unreadable(RuntimeException failure) {
        if (!failures.isFailure(failure)) {
            throw failure;
        }
        return new ReadResult.Unreadable(failures.exception(failure).diagnostic(), failures.cause(failure));
    }

    private static String id(ReadRequest request) {
        return new DesiredAttributes(request.prior().attributes()).required("id");
    }

    /** Reads objects one by one, many at a time: for types that the service cannot list. */
    public List<ReadResult> readEach(List<ReadRequest> requests, Function<ReadRequest, Optional<ObjectState>> find) {
        return each(requests, request -> one(request, () -> find.apply(request), (object, same) -> object));
    }

    /** Applies a call to each item, many at a time, and gives the answers in order. */
    public <A, B> List<B> each(List<A> items, Function<A, B> call) {
        if (items.size() == 1) {
            return List.of(call.apply(items.get(0)));
        }
        List<Future<B>> futures = items.stream()
                .map(item -> executor.get().submit(() -> call.apply(item)))
                .toList();
        List<B> answers = new ArrayList<>(items.size());
        for (Future<B> future : futures) {
            answers.add(join(future));
        }
        return answers;
    }

    /** Waits for the answer of a call that another thread makes; throws the exception that the call threw. */
    static <B> B join(Future<B> future) {
        try {
            return future.get();
        } catch (InterruptedException interrupted) {
            throw cancelled(interrupted);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException exception) {
                throw exception;
            }
            throw new IllegalStateException(failed.getCause());
        }
    }

    /** The exception for a thread that was told to stop waiting. */
    static CancellationException cancelled(InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        return (CancellationException) new CancellationException("cancelled").initCause(interrupted);
    }
}
