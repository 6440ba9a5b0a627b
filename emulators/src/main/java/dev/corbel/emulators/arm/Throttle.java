package dev.corbel.emulators.arm;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/** The buckets of calls that a principal has in a subscription: each call takes one, and they fill up again with time. */
final class Throttle {
    /** A bucket, as the header that tells how much is left names it. */
    private enum Bucket {
        READS("reads", 250, 25),
        WRITES("writes", 200, 10),
        DELETES("deletes", 200, 10);

        private final String header;
        private final int size;
        private final int perSecond;

        Bucket(String header, int size, int perSecond) {
            this.header = header;
            this.size = size;
            this.perSecond = perSecond;
        }
    }

    private final ArmClock clock;
    private final Map<Bucket, Double> left = new EnumMap<>(Bucket.class);
    private Instant filledAt;

    Throttle(ArmClock clock) {
        this.clock = clock;
        filledAt = clock.now();
        for (Bucket bucket : Bucket.values()) {
            left.put(bucket, (double) bucket.size);
        }
    }

    /** Takes one call out of its bucket. */
    void take(String method) {
        fill();
        Bucket bucket = bucket(method);
        double calls = left.getOrDefault(bucket, 0.0);
        if (calls < 1) {
            throw refusal(clock.now().plusSeconds(1));
        }
        left.put(bucket, calls - 1);
    }

    private void fill() {
        Instant now = clock.now();
        double seconds = Duration.between(filledAt, now).toMillis() / 1000.0;
        filledAt = now;
        left.replaceAll((bucket, calls) -> Math.min(bucket.size, calls + seconds * bucket.perSecond));
    }

    /** The refusal of a call that comes too soon. */
    Refusal refusal(Instant until) {
        return Refusal.of(
                        429,
                        "SubscriptionRequestsThrottled",
                        "Number of requests for subscription exceeded the limit. Please try again later.")
                .retryAfter(clock.secondsUntil(until));
    }

    /** Tells in an answer how much is left. */
    ArmResponse tell(String method, ArmResponse response) {
        Bucket bucket = bucket(method);
        return response.with("x-ms-ratelimit-remaining-subscription-" + bucket.header, String.valueOf((int)
                left.getOrDefault(bucket, 0.0).doubleValue()));
    }

    private static Bucket bucket(String method) {
        return switch (method) {
            case "GET", "HEAD" -> Bucket.READS;
            case "DELETE" -> Bucket.DELETES;
            default -> Bucket.WRITES;
        };
    }
}
