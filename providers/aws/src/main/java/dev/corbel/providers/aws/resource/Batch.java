package dev.corbel.providers.aws.resource;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.ResourceType.ReadRequest;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.aws.client.Failures;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;

/** Reads many objects with few calls. */
public final class Batch {
    /** How many values a filter of EC2 takes. */
    public static final int SIZE = 200;

    private Batch() {}

    /** Reads objects by their {@code id}; see the other method of this name. */
    public static <T> List<ReadResult> read(
            List<ReadRequest> requests,
            Function<List<String>, Map<String, T>> list,
            Function<String, Optional<T>> find,
            BiFunction<T, ReadRequest, ObjectState> show) {
        return read(requests, Batch::id, list, find, show);
    }

    /** Reads objects, 200 with one list; see the other methods of this name. */
    public static <T> List<ReadResult> read(
            List<ReadRequest> requests,
            Function<ReadRequest, String> key,
            Function<List<String>, Map<String, T>> list,
            Function<String, Optional<T>> find,
            BiFunction<T, ReadRequest, ObjectState> show) {
        return read(requests, SIZE, key, list, find, show);
    }

    /**
     * Reads objects, many with one list. What the list lacks is confirmed by a direct read, since lists lag.
     *
     * @param size how many keys one list takes
     * @param key what list and find know an object by
     * @param list finds those of these keys that are there, by key
     * @param find finds one, or nothing where it is certainly not there
     * @param show renders what was found
     */
    public static <K, T> List<ReadResult> read(
            List<ReadRequest> requests,
            int size,
            Function<ReadRequest, K> key,
            Function<List<K>, Map<K, T>> list,
            Function<K, Optional<T>> find,
            BiFunction<T, ReadRequest, ObjectState> show) {
        List<ReadResult> results = new ArrayList<>(requests.size());
        for (int start = 0; start < requests.size(); start += size) {
            List<ReadRequest> chunk = requests.subList(start, Math.min(requests.size(), start + size));
            try {
                Map<K, T> found = list.apply(chunk.stream().map(key).distinct().toList());
                for (ReadRequest request : chunk) {
                    K name = key.apply(request);
                    results.add(one(
                            request, () -> Optional.ofNullable(found.get(name)).or(() -> find.apply(name)), show));
                }
            } catch (SdkException failure) {
                ReadResult unreadable = new ReadResult.Unreadable(Failures.diagnose(failure));
                chunk.forEach(request -> results.add(unreadable));
            }
        }
        return results;
    }

    private static <T> ReadResult one(
            ReadRequest request, Supplier<Optional<T>> answer, BiFunction<T, ReadRequest, ObjectState> show) {
        try {
            return answer.get()
                    .<ReadResult>map(object -> new ReadResult.Present(show.apply(object, request)))
                    .orElseGet(ReadResult.Absent::new);
        } catch (SdkException failure) {
            return new ReadResult.Unreadable(Failures.diagnose(failure));
        }
    }

    private static String id(ReadRequest request) {
        return new Wanted(request.prior().attributes()).required("id");
    }

    /** Reads objects one by one, many at a time: for what AWS cannot list. */
    public static List<ReadResult> readEach(
            AwsSession session, List<ReadRequest> requests, Function<ReadRequest, Optional<ObjectState>> find) {
        return each(session, requests, request -> one(request, () -> find.apply(request), (object, same) -> object));
    }

    /** Applies a call to each item, many at a time, and gives the answers in order. */
    public static <A, B> List<B> each(AwsSession session, List<A> items, Function<A, B> call) {
        if (items.size() == 1) {
            return List.of(call.apply(items.get(0)));
        }
        List<Future<B>> futures = items.stream()
                .map(item -> session.executor().submit(() -> call.apply(item)))
                .toList();
        List<B> answers = new ArrayList<>(items.size());
        for (Future<B> future : futures) {
            answers.add(join(future));
        }
        return answers;
    }

    /** Waits for the answer of a call that another thread makes, or for what it threw. */
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

    /** What to throw where somebody was told to stop waiting. */
    static CancellationException cancelled(InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        return (CancellationException) new CancellationException("cancelled").initCause(interrupted);
    }
}
