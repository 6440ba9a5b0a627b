package dev.corbel.providers.kit.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SharedLookupsTest {
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<List<String>> lists = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch answered = new CountDownLatch(1);

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    @Test
    void aLoneThreadAsksAtOnce() {
        SharedLookups<String, String> lookups = new SharedLookups<>(10, this::upperCase);

        assertThat(lookups.find("a")).contains("A");
        assertThat(lookups.find("missing")).isEmpty();
        assertThat(lists).containsExactly(List.of("a"), List.of("missing"));
    }

    @Test
    void whoComesWhileAListIsOnItsWaySharesTheNextOne() throws Exception {
        SharedLookups<String, String> lookups = new SharedLookups<>(10, this::slowlyUpperCase);
        Future<Optional<String>> first = threads.submit(() -> lookups.find("first"));
        await(() -> lists.size() == 1);
        Set<Thread> waiting = Collections.synchronizedSet(new HashSet<>());
        List<Future<Optional<String>>> others = new ArrayList<>();
        for (String name : List.of("a", "b", "c", "missing")) {
            others.add(threads.submit(() -> {
                waiting.add(Thread.currentThread());
                return lookups.find(name);
            }));
        }
        await(() -> waiting.size() == 4 && waiting.stream().allMatch(SharedLookupsTest::isWaiting));
        answered.countDown();

        assertThat(first.get()).contains("FIRST");
        assertThat(others.get(0).get()).contains("A");
        assertThat(others.get(1).get()).contains("B");
        assertThat(others.get(2).get()).contains("C");
        assertThat(others.get(3).get()).isEmpty();
        assertThat(lists).hasSize(2);
        assertThat(lists.get(1)).containsExactlyInAnyOrder("a", "b", "c", "missing");
    }

    @Test
    void aListAsksForNoMoreThanItTakes() throws Exception {
        SharedLookups<String, String> lookups = new SharedLookups<>(3, this::slowlyUpperCase);
        List<Future<Optional<String>>> answers = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            String name = "n" + i;
            answers.add(threads.submit(() -> lookups.find(name)));
        }
        answered.countDown();

        for (int i = 0; i < 20; i++) {
            assertThat(answers.get(i).get()).contains("N" + i);
        }
        assertThat(lists).allMatch(list -> list.size() <= 3);
        assertThat(lists.stream().flatMap(List::stream)).hasSize(20).doesNotHaveDuplicates();
    }

    @Test
    void aFailureReachesAllWhoShareItAndNobodyElse() {
        List<Boolean> fail = new ArrayList<>(List.of(true));
        SharedLookups<String, String> lookups = new SharedLookups<>(3, keys -> {
            if (fail.remove(0)) {
                throw new IllegalArgumentException("no list");
            }
            return upperCase(keys);
        });
        fail.add(false);

        assertThatThrownBy(() -> lookups.find("a"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no list");
        assertThat(lookups.find("a")).contains("A");
    }

    @Test
    void anInterruptEndsTheWaiting() throws Exception {
        SharedLookups<String, String> lookups = new SharedLookups<>(3, this::slowlyUpperCase);
        Future<Optional<String>> first = threads.submit(() -> lookups.find("first"));
        await(() -> lists.size() == 1);
        List<Throwable> ends = Collections.synchronizedList(new ArrayList<>());
        Thread second = new Thread(() -> lookups.find("second"));
        second.setUncaughtExceptionHandler((thread, failure) -> ends.add(failure));
        second.start();
        await(() -> isWaiting(second));
        second.interrupt();
        second.join();
        answered.countDown();

        assertThat(ends).singleElement().isInstanceOf(CancellationException.class);
        assertThat(first.get()).contains("FIRST");
        assertThat(lookups.find("second")).contains("SECOND");
    }

    private static boolean isWaiting(Thread thread) {
        return thread.getState() == Thread.State.WAITING;
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            Thread.sleep(1);
        }
    }

    private Map<String, String> slowlyUpperCase(List<String> keys) {
        Map<String, String> found = upperCase(keys);
        try {
            answered.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
        return found;
    }

    private Map<String, String> upperCase(List<String> keys) {
        lists.add(keys);
        Map<String, String> found = new HashMap<>();
        keys.stream()
                .filter(key -> !key.equals("missing"))
                .forEach(key -> found.put(key, key.toUpperCase(Locale.ROOT)));
        return found;
    }
}
