package dev.corbel.emulators.load;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Clients that send requests, one after the other each, from the start until they are stopped. */
public final class Load implements AutoCloseable {
    private static final int FIRST_ANSWER_SECONDS = 30;

    private final CountDownLatch stopping = new CountDownLatch(1);
    private final List<LoadClient> clients = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();

    private Load() {}

    /** Starts a load and returns once each client has had an answer, or has failed to get one. */
    public static Load start(LoadPlan plan) {
        Load load = new Load();
        CountDownLatch answered = new CountDownLatch(plan.clients());
        for (int number = 0; number < plan.clients(); number++) {
            LoadClient client = new LoadClient(number, plan, load.stopping, answered);
            Thread thread = new Thread(client, "load-" + number);
            thread.setDaemon(true);
            load.clients.add(client);
            load.threads.add(thread);
            thread.start();
        }
        try {
            if (!answered.await(FIRST_ANSWER_SECONDS, TimeUnit.SECONDS)) {
                load.stop();
                throw new IllegalStateException("not all clients got an answer from " + plan.address());
            }
        } catch (InterruptedException interrupted) {
            load.stopping.countDown();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a load started", interrupted);
        }
        return load;
    }

    /** The answers until now. */
    public LoadReport report() {
        return new LoadReport(
                clients.stream().flatMap(client -> client.answers().stream()).toList());
    }

    /** Stops all clients, waits for the answers to what they have sent, and returns all answers. */
    public LoadReport stop() {
        stopping.countDown();
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return report();
    }

    @Override
    public void close() {
        stop();
    }
}
