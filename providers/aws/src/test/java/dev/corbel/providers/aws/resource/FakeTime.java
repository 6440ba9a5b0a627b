package dev.corbel.providers.aws.resource;

import dev.corbel.providers.api.ProviderContext.Sleeper;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** A clock that sleeping moves on. */
final class FakeTime implements InstantSource, Sleeper {
    private Instant now = Instant.EPOCH;
    private final List<Duration> pauses = new ArrayList<>();

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public void sleep(Duration duration) {
        pauses.add(duration);
        now = now.plus(duration);
    }

    List<Duration> pauses() {
        return pauses;
    }

    Duration slept() {
        return Duration.between(Instant.EPOCH, now);
    }
}
