package dev.corbel.clients.azure;

import java.time.Duration;
import java.util.Optional;

/** Pauses that grow by half each time, unless the service names one. */
final class Pauses {
    private final Duration longest;
    private Duration next;

    Pauses(Duration first, Duration longest) {
        this.next = first;
        this.longest = longest;
    }

    Duration next(Optional<Duration> asked) {
        Duration pause = next;
        Duration grown = next.multipliedBy(3).dividedBy(2);
        next = grown.compareTo(longest) > 0 ? longest : grown;
        return asked.orElse(pause);
    }
}
