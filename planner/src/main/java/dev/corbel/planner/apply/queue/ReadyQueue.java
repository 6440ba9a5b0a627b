package dev.corbel.planner.apply.queue;

import dev.corbel.providers.api.ConcurrencyKey;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Runs pieces of work on a fixed number of threads, each as soon as all that it waits for is done. A failure stops what
 * waits for it, directly or not, and nothing else. The cost of a piece is constant, apart from the pieces that it waits
 * for, and chains may be of any length.
 */
public final class ReadyQueue {
    private static final int MAX_SIGNALS = 64;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition available = lock.newCondition();
    private final Condition ended = lock.newCondition();
    private final Work work;
    private final Dependents dependents;
    private final int[] missing;
    private final Phase[] phases;
    private final List<List<ConcurrencyKey>> keys;
    private final Limits limits = new Limits();
    private final Deque<Integer> ready = new ArrayDeque<>();
    private int open;
    private boolean stopping;
    private OptionalLong deadline = OptionalLong.empty();

    private enum Phase {
        WAITING,
        RUNNING,
        OVER
    }

    /**
     * A queue that was not started.
     *
     * @param after for each piece the numbers of those that must be done before
     */
    public ReadyQueue(List<List<Integer>> after, Work work) {
        int size = after.size();
        this.work = work;
        this.dependents = new Dependents(after);
        this.missing = new int[size];
        this.phases = new Phase[size];
        this.keys = new ArrayList<>(Collections.nCopies(size, List.of()));
        this.open = size;
        Arrays.fill(phases, Phase.WAITING);
        for (int number = 0; number < size; number++) {
            missing[number] = after.get(number).size();
            if (missing[number] == 0) {
                ready.addLast(number);
            }
        }
    }

    /** Starts the threads; to be done once. */
    public void start(int parallelism) {
        for (int i = 0; i < Math.min(parallelism, phases.length); i++) {
            Thread thread = new Thread(this::runAll, "apply-" + i);
            thread.setDaemon(true);
            thread.start();
        }
    }

    /** Starts nothing new; what runs goes on. What did not start is skipped. */
    public void stop() {
        List<Integer> skipped = new ArrayList<>();
        lock.lock();
        try {
            stopping = true;
            for (int number = 0; number < phases.length; number++) {
                if (phases[number] == Phase.WAITING) {
                    phases[number] = Phase.OVER;
                    skipped.add(number);
                }
            }
            available.signalAll();
        } finally {
            lock.unlock();
        }
        skip(skipped, OptionalInt.empty());
    }

    /** From now on {@link #await} waits no longer than this. */
    public void giveUpAfter(Duration timeout) {
        lock.lock();
        try {
            deadline = OptionalLong.of(System.nanoTime() + timeout.toNanos());
            ended.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until everything is done, failed or skipped; false where it gave up while something still ran. */
    public boolean await() throws InterruptedException {
        lock.lock();
        try {
            while (open > 0) {
                if (deadline.isEmpty()) {
                    ended.await();
                } else if (ended.awaitNanos(deadline.getAsLong() - System.nanoTime()) <= 0) {
                    return open == 0;
                }
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    private void runAll() {
        for (int number = next(); number >= 0; number = next()) {
            List<ConcurrencyKey> needed = work.concurrencyKeys(number);
            if (take(number, needed)) {
                finish(number, work.run(number));
            }
        }
    }

    /** The next piece that may start; -1 where there will be none. */
    private int next() {
        lock.lock();
        try {
            while (open > 0 && !stopping) {
                if (!ready.isEmpty()) {
                    int number = ready.removeFirst();
                    phases[number] = Phase.RUNNING;
                    return number;
                }
                available.awaitUninterruptibly();
            }
            return -1;
        } finally {
            lock.unlock();
        }
    }

    private boolean take(int number, List<ConcurrencyKey> needed) {
        lock.lock();
        try {
            if (!stopping) {
                boolean taken = limits.take(number, needed, ready);
                phases[number] = taken ? Phase.RUNNING : Phase.WAITING;
                keys.set(number, taken ? needed : List.of());
                signalOthers();
                return taken;
            }
            phases[number] = Phase.OVER;
        } finally {
            lock.unlock();
        }
        skip(List.of(number), OptionalInt.empty());
        return false;
    }

    private void finish(int number, boolean done) {
        List<Integer> skipped = new ArrayList<>();
        lock.lock();
        try {
            phases[number] = Phase.OVER;
            limits.release(keys.get(number), ready);
            if (done) {
                dependents.forEach(number, waiting -> {
                    missing[waiting]--;
                    if (missing[waiting] == 0 && phases[waiting] == Phase.WAITING) {
                        ready.addLast(waiting);
                    }
                });
            } else {
                collectDependents(number, skipped);
            }
            signalOthers();
        } finally {
            lock.unlock();
        }
        skip(skipped, OptionalInt.of(number));
        close(1);
    }

    /** This thread takes one of the ready pieces itself. */
    private void signalOthers() {
        for (int i = 1; i < Math.min(ready.size(), MAX_SIGNALS); i++) {
            available.signal();
        }
    }

    private void collectDependents(int failed, List<Integer> skipped) {
        Deque<Integer> frontier = new ArrayDeque<>(List.of(failed));
        while (!frontier.isEmpty()) {
            dependents.forEach(frontier.removeFirst(), waiting -> {
                if (phases[waiting] == Phase.WAITING) {
                    phases[waiting] = Phase.OVER;
                    skipped.add(waiting);
                    frontier.addLast(waiting);
                }
            });
        }
    }

    /** They count as open until the work knows, so that nobody sees the end before. */
    private void skip(List<Integer> numbers, OptionalInt because) {
        numbers.forEach(number -> work.skipped(number, because));
        close(numbers.size());
    }

    private void close(int count) {
        lock.lock();
        try {
            open -= count;
            if (open == 0) {
                available.signalAll();
                ended.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }
}
