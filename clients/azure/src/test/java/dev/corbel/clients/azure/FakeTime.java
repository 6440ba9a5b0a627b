package dev.corbel.clients.azure;

import dev.corbel.providers.api.CallCounter;
import dev.corbel.providers.api.ProviderContext;
import dev.corbel.providers.api.ProviderContext.Access;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A time that passes only where somebody sleeps. */
final class FakeTime {
    private final List<Duration> pauses = new ArrayList<>();
    private Instant now = Instant.parse("2030-01-01T00:00:00Z");

    ProviderContext context() {
        return context(Access.CHANGE);
    }

    ProviderContext context(Access access) {
        return new ProviderContext(Path.of(""), "test", this::now, this::sleep, access, CallCounter.NONE, "");
    }

    private synchronized Instant now() {
        return now;
    }

    private synchronized void sleep(Duration duration) {
        pauses.add(duration);
        now = now.plus(duration);
    }

    synchronized List<Duration> pauses() {
        return List.copyOf(pauses);
    }

    synchronized Duration slept() {
        return pauses.stream().reduce(Duration.ZERO, Duration::plus);
    }
}
