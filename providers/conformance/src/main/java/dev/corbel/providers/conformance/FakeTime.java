package dev.corbel.providers.conformance;

import dev.corbel.providers.api.ProviderContext.Sleeper;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** A clock that moves on when somebody sleeps, which takes no time. */
public final class FakeTime implements InstantSource, Sleeper {
    private Instant now = Instant.EPOCH;
    private final List<Duration> pauses = new ArrayList<>();

    @Override
    public synchronized Instant instant() {
        return now;
    }

    @Override
    public synchronized void sleep(Duration duration) {
        pauses.add(duration);
        now = now.plus(duration);
    }

    public synchronized List<Duration> pauses() {
        return List.copyOf(pauses);
    }

    public synchronized Duration slept() {
        return Duration.between(Instant.EPOCH, now);
    }
}
