package dev.corbel.cli.testing.unsteady;

import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What goes wrong with calls. It follows from the seed, the run, the call, and how often the run has made that call, so
 * that the order of threads does not matter.
 */
final class Weather {
    private static final int THROTTLED = 20;
    private static final int BROKEN_AFTER_EFFECT = 5;
    private static final int TIMED_OUT = 5;
    private static final int MAX_LAG = 3;

    private final long seed;
    private final long run;
    private final Map<String, Long> calls = new ConcurrentHashMap<>();

    Weather(long seed, long run) {
        this.seed = seed;
        this.run = run;
    }

    /** What happens to one call. */
    enum Luck {
        FAIR,
        THROTTLED,
        BROKEN_AFTER_EFFECT,
        TIMED_OUT_BEFORE_EFFECT,
        TIMED_OUT_AFTER_EFFECT;

        /** Comes before the effect. */
        void begin() throws ProviderException {
            if (this == THROTTLED) {
                throw throttled();
            }
            if (this == TIMED_OUT_BEFORE_EFFECT) {
                throw ProviderException.uncertain(Diagnostic.error("No answer came in time", ""));
            }
        }

        /** Comes after the effect. */
        void end() throws ProviderException {
            if (this == TIMED_OUT_AFTER_EFFECT) {
                throw ProviderException.uncertain(Diagnostic.error("No answer came in time", ""));
            }
            if (this == BROKEN_AFTER_EFFECT) {
                throw ProviderException.uncertain(Diagnostic.error("The service broke down", ""));
            }
        }
    }

    static ProviderException throttled() {
        return new ProviderException(Diagnostic.error("Too many calls", ""));
    }

    /** What happens to the next call of this kind about this object. */
    Luck next(String call, Object subject) {
        SplittableRandom random = random(call + " of " + subject);
        int drawn = random.nextInt(100);
        if (drawn < THROTTLED) {
            return Luck.THROTTLED;
        }
        if (drawn < THROTTLED + BROKEN_AFTER_EFFECT) {
            return Luck.BROKEN_AFTER_EFFECT;
        }
        if (drawn < THROTTLED + BROKEN_AFTER_EFFECT + TIMED_OUT) {
            return random.nextBoolean() ? Luck.TIMED_OUT_BEFORE_EFFECT : Luck.TIMED_OUT_AFTER_EFFECT;
        }
        return Luck.FAIR;
    }

    /** How many reads lag behind what was just done to an object. */
    int lag(Object subject) {
        return random("lag of " + subject).nextInt(MAX_LAG + 1);
    }

    /** Whether a read fails, after two repetitions. */
    boolean refusesToRead(Object subject) {
        SplittableRandom random = random("read of " + subject);
        return random.ints(3, 0, 100).allMatch(drawn -> drawn < THROTTLED);
    }

    private SplittableRandom random(String subject) {
        long number = calls.merge(subject, 1L, Long::sum);
        long mixed = new SplittableRandom(seed).nextLong() ^ new SplittableRandom(~run).nextLong();
        return new SplittableRandom(mixed + 31L * subject.hashCode() + number);
    }
}
