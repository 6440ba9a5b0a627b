package dev.corbel.clients.azure;

import com.azure.core.http.HttpHeaderName;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * The calls that a subscription still takes. Azure counts reads, writes and deletions apart, in buckets that fill again at a steady rate, and
 * tells what is left in each answer. Where little is left, calls go out at that rate; after 429 none goes out before its Retry-After.
 */
final class Quota {
    private static final int LITTLE = 10;

    private final Map<Kind, Bucket> buckets = new HashMap<>();
    private final Map<String, Instant> closed = new HashMap<>();

    /** A kind of calls with a bucket of its own. */
    private enum Kind {
        READS("x-ms-ratelimit-remaining-subscription-reads", Duration.ofMillis(40)),
        WRITES("x-ms-ratelimit-remaining-subscription-writes", Duration.ofMillis(100)),
        DELETES("x-ms-ratelimit-remaining-subscription-deletes", Duration.ofMillis(100));

        private final String remaining;
        private final Duration refill;

        Kind(String header, Duration refill) {
            this.remaining = header;
            this.refill = refill;
        }

        static Kind of(ArmCall call) {
            return switch (call.method()) {
                case "GET" -> READS;
                case "DELETE" -> DELETES;
                default -> WRITES;
            };
        }
    }

    private static final class Bucket {
        private long remaining = Long.MAX_VALUE;
        private Instant free = Instant.MIN;
    }

    /** Takes a place in the queue, and tells how long it is until then. */
    synchronized Duration take(ArmCall call, Instant now) {
        Kind kind = Kind.of(call);
        Bucket bucket = buckets.computeIfAbsent(kind, key -> new Bucket());
        Instant at = later(now, closed.getOrDefault(name(kind, call), Instant.MIN));
        if (bucket.remaining <= LITTLE) {
            at = later(at, bucket.free);
            bucket.free = at.plus(kind.refill);
        } else {
            bucket.remaining--;
        }
        return Duration.between(now, at);
    }

    /** Learns from an answer. */
    synchronized void learn(ArmCall call, Answer answer, Instant now) {
        Kind kind = Kind.of(call);
        Bucket bucket = buckets.computeIfAbsent(kind, key -> new Bucket());
        answer.header(HttpHeaderName.fromString(kind.remaining))
                .filter(text -> text.matches("\\d{1,9}"))
                .map(Long::parseLong)
                .ifPresent(left -> bucket.remaining = left);
        if (answer.status() == 429 && Verdicts.of(429, ArmError.parse(answer.body())) == ErrorClass.THROTTLED) {
            Instant opens = now.plus(answer.retryAfter().orElse(Duration.ofSeconds(1)));
            closed.merge(name(kind, call), opens, Quota::later);
            if (answer.header(HttpHeaderName.fromString(kind.remaining)).isEmpty() || bucket.remaining == 0) {
                bucket.remaining = 0;
                bucket.free = later(bucket.free, opens);
            }
        }
    }

    /** A resource provider has limits of its own. */
    private static String name(Kind kind, ArmCall call) {
        return kind + " " + call.namespace();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
