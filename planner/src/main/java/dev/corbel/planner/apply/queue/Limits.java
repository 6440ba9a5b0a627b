package dev.corbel.planner.apply.queue;

import dev.corbel.providers.api.ConcurrencyKey;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts the pieces that hold each concurrency key, and those that wait for it. Not safe for use by several threads. */
final class Limits {
    private final Map<String, Usage> usages = new HashMap<>();

    private static final class Usage {
        private final Deque<Integer> waiting = new ArrayDeque<>();
        private int held;
    }

    /**
     * Takes all of the keys; or none, and the piece waits for one that is full. Who waited for the others that it leaves
     * may try again, since this piece may have been woken in their place.
     */
    boolean take(int number, List<ConcurrencyKey> keys, Deque<Integer> tryAgain) {
        for (ConcurrencyKey key : keys) {
            Usage usage = usage(key);
            if (usage.held >= key.limit()) {
                usage.waiting.addLast(number);
                keys.stream().filter(other -> usage(other).held < other.limit()).forEach(free -> wake(free, tryAgain));
                return false;
            }
        }
        keys.forEach(key -> usage(key).held++);
        return true;
    }

    /** Gives the keys back and hands over those who may try again: one for each key. */
    void release(List<ConcurrencyKey> keys, Deque<Integer> tryAgain) {
        for (ConcurrencyKey key : keys) {
            usage(key).held--;
            wake(key, tryAgain);
        }
    }

    private void wake(ConcurrencyKey key, Deque<Integer> tryAgain) {
        Usage usage = usage(key);
        if (!usage.waiting.isEmpty()) {
            tryAgain.addFirst(usage.waiting.removeFirst());
        }
    }

    private Usage usage(ConcurrencyKey key) {
        return usages.computeIfAbsent(key.name(), name -> new Usage());
    }
}
