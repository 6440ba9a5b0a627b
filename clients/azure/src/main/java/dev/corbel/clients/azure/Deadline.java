package dev.corbel.clients.azure;

import dev.corbel.providers.api.ProviderContext;
import java.time.Duration;
import java.time.Instant;

/** The end of the time that a call has. Time comes from the {@link ProviderContext}. */
final class Deadline {
    private final ProviderContext context;
    private final Instant end;

    Deadline(ProviderContext context, Duration timeout) {
        this.context = context;
        this.end = now(context).plus(timeout);
    }

    private static Instant now(ProviderContext context) {
        return context.clock().instant();
    }

    Instant now() {
        return now(context);
    }

    /** Waits; false, without waiting, where the time would be over. */
    boolean sleep(Duration pause) throws InterruptedException {
        if (now().plus(pause).isAfter(end)) {
            return false;
        }
        if (!pause.isNegative() && !pause.isZero()) {
            context.sleeper().sleep(pause);
        }
        return true;
    }
}
