package dev.corbel.planner.apply.queue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.providers.api.ConcurrencyKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ReadyQueueTest {
    private final List<String> log = Collections.synchronizedList(new ArrayList<>());

    @Test
    void aPieceRunsAfterAllThatItWaitsFor() throws InterruptedException {
        run(List.of(List.of(), List.of(0), List.of(0, 1), List.of(2)), 4, number -> true);

        assertThat(log).containsExactly("ran 0", "ran 1", "ran 2", "ran 3");
    }

    @Test
    void aFailureSkipsWhatWaitsForItAndNothingElse() throws InterruptedException {
        run(List.of(List.of(), List.of(0), List.of(1), List.of(), List.of(3)), 1, number -> number != 0);

        assertThat(log)
                .containsExactlyInAnyOrder(
                        "ran 0", "skipped 1 because of 0", "skipped 2 because of 0", "ran 3", "ran 4");
    }

    @Test
    void aLongChainNeedsNoDeepStack() throws InterruptedException {
        int length = 200_000;
        List<List<Integer>> chain = new ArrayList<>(List.of(List.of()));
        for (int number = 1; number < length; number++) {
            chain.add(List.of(number - 1));
        }

        run(chain, 2, number -> true);
        assertThat(log).hasSize(length).endsWith("ran " + (length - 1));

        log.clear();
        run(chain, 2, number -> false);
        assertThat(log).hasSize(length).endsWith("skipped " + (length - 1) + " because of 0");
    }

    @Test
    void asManyPiecesRunAtOnceAsThereAreThreads() throws InterruptedException {
        CyclicBarrier together = new CyclicBarrier(32);

        run(Collections.nCopies(64, List.of()), 32, number -> await(together));

        assertThat(log).hasSize(64);
    }

    @Test
    void noMorePiecesHoldAKeyThanItAllows() throws InterruptedException {
        AtomicInteger held = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        IntPredicate body = number -> {
            most.accumulateAndGet(held.incrementAndGet(), Math::max);
            held.decrementAndGet();
            return true;
        };

        run(Collections.nCopies(200, List.of()), 16, body, number -> List.of(new ConcurrencyKey("host", 2)));

        assertThat(log).hasSize(200);
        assertThat(most).hasValueBetween(1, 2);
    }

    @Test
    void piecesWithSeveralKeysInAnyOrderAllGetTheirTurn() throws InterruptedException {
        ConcurrencyKey account = new ConcurrencyKey("account", 1);
        ConcurrencyKey host = new ConcurrencyKey("host", 1);
        List<List<ConcurrencyKey>> kinds =
                List.of(List.of(account, host), List.of(host, account), List.of(account), List.of(host), List.of());

        run(Collections.nCopies(1_000, List.of()), 8, number -> true, number -> kinds.get(number % kinds.size()));

        assertThat(log).hasSize(1_000);
    }

    @Test
    void stoppingLetsRunningPiecesFinishAndSkipsTheRest() throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch proceed = new CountDownLatch(1);
        ReadyQueue queue = queue(List.of(List.of(), List.of(0), List.of()), number -> {
            started.countDown();
            return await(proceed);
        });

        queue.start(1);
        started.await();
        queue.stop();
        proceed.countDown();

        assertThat(queue.await()).isTrue();
        assertThat(log).containsExactlyInAnyOrder("ran 0", "skipped 1", "skipped 2");
    }

    @Test
    void givingUpLeavesWhatStillRuns() throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        ReadyQueue queue = queue(List.of(List.of(), List.of(0)), number -> {
            started.countDown();
            return await(never);
        });

        queue.start(1);
        started.await();
        queue.stop();
        queue.giveUpAfter(Duration.ZERO);

        assertThat(queue.await()).isFalse();
        assertThat(log).containsExactly("skipped 1");
        never.countDown();
    }

    @Test
    void aQueueOfNothingEndsAtOnce() throws InterruptedException {
        ReadyQueue queue = queue(List.of(), number -> true);

        queue.start(16);

        assertThat(queue.await()).isTrue();
    }

    private void run(List<List<Integer>> after, int parallelism, IntPredicate body) throws InterruptedException {
        run(after, parallelism, body, number -> List.of());
    }

    private void run(
            List<List<Integer>> after, int parallelism, IntPredicate body, IntFunction<List<ConcurrencyKey>> keys)
            throws InterruptedException {
        ReadyQueue queue = new ReadyQueue(after, new LoggedWork(body, keys));
        queue.start(parallelism);
        assertThat(queue.await()).isTrue();
    }

    private ReadyQueue queue(List<List<Integer>> after, IntPredicate body) {
        return new ReadyQueue(after, new LoggedWork(body, number -> List.of()));
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            return false;
        }
    }

    private static boolean await(CyclicBarrier barrier) {
        try {
            barrier.await(30, TimeUnit.SECONDS);
            return true;
        } catch (Exception broken) {
            return false;
        }
    }

    private final class LoggedWork implements Work {
        private final IntPredicate body;
        private final IntFunction<List<ConcurrencyKey>> keys;

        LoggedWork(IntPredicate body, IntFunction<List<ConcurrencyKey>> keys) {
            this.body = body;
            this.keys = keys;
        }

        @Override
        public List<ConcurrencyKey> concurrencyKeys(int number) {
            return keys.apply(number);
        }

        @Override
        public boolean run(int number) {
            boolean done = body.test(number);
            log.add("ran " + number);
            return done;
        }

        @Override
        public void skipped(int number, OptionalInt because) {
            log.add("skipped " + number + (because.isPresent() ? " because of " + because.getAsInt() : ""));
        }
    }
}
