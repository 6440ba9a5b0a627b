package dev.corbel.providers.kit.call;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * Looks for objects of one kind that many threads wait for, each for its own: those who ask while a list is on its way share
 * the next one. So waiting for 200 new objects takes some dozens of calls, and a thread that is alone waits for nobody.
 */
public final class SharedLookups<K, T> {
    private final int size;
    private final Function<List<K>, Map<K, T>> list;
    private Round waiting = new Round();
    private boolean busy;

    /** The keys that one list asks for. */
    private final class Round {
        private final Map<K, CompletableFuture<Optional<T>>> answers = new LinkedHashMap<>();

        void run() {
            try {
                Map<K, T> found = list.apply(List.copyOf(answers.keySet()));
                answers.forEach((key, answer) -> answer.complete(Optional.ofNullable(found.get(key))));
            } catch (RuntimeException | Error failure) {
                answers.values().forEach(answer -> answer.completeExceptionally(failure));
            }
        }
    }

    /**
     * Lookups of one kind.
     *
     * @param size how many keys one list takes
     * @param list finds those of these keys that are there, by key
     */
    public SharedLookups(int size, Function<List<K>, Map<K, T>> list) {
        this.size = size;
        this.list = list;
    }

    /** The object, as a list shows it that begins after this call; empty where that lacks it. */
    public Optional<T> find(K key) {
        try {
            return Batch.join(ask(key));
        } catch (InterruptedException interrupted) {
            throw Batch.cancelled(interrupted);
        }
    }

    private CompletableFuture<Optional<T>> ask(K key) throws InterruptedException {
        Round round;
        CompletableFuture<Optional<T>> answer;
        synchronized (this) {
            while (waiting.answers.size() >= size && !waiting.answers.containsKey(key)) {
                wait();
            }
            round = waiting;
            answer = round.answers.computeIfAbsent(key, unasked -> new CompletableFuture<>());
            while (busy && round == waiting) {
                wait();
            }
            if (round != waiting) {
                return answer;
            }
            busy = true;
            waiting = new Round();
            notifyAll();
        }
        lead(round);
        return answer;
    }

    private void lead(Round round) {
        try {
            round.run();
        } finally {
            synchronized (this) {
                busy = false;
                notifyAll();
            }
        }
    }
}
