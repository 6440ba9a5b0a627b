package dev.corbel.emulators.load;

import java.net.URI;
import java.time.Duration;

/**
 * A load that is put on an address.
 *
 * @param clients the number of clients, each with connections of its own
 * @param pause the time that each client waits between an answer and its next request
 * @param timeout the time after which a request without an answer has failed
 * @param cookies whether clients keep cookies, as a browser does
 */
public record LoadPlan(URI address, int clients, Duration pause, Duration timeout, boolean cookies) {
    private static final int CLIENTS = 8;

    public LoadPlan {
        if (clients < 1) {
            throw new IllegalArgumentException("a load has at least one client, not " + clients);
        }
    }

    /** Eight clients without cookies that wait for 5 ms between requests, and for 5 s for an answer. */
    public static LoadPlan on(URI address) {
        return new LoadPlan(address, CLIENTS, Duration.ofMillis(5), Duration.ofSeconds(5), false);
    }

    /** One client that asks every 50 ms: it sees which version an instance has, and when. */
    public static LoadPlan watch(URI address) {
        return new LoadPlan(address, 1, Duration.ofMillis(50), Duration.ofSeconds(2), false);
    }

    /** The same with this number of clients. */
    public LoadPlan withClients(int number) {
        return new LoadPlan(address, number, pause, timeout, cookies);
    }

    /** The same with clients that keep cookies. */
    public LoadPlan withCookies() {
        return new LoadPlan(address, clients, pause, timeout, true);
    }
}
