package dev.corbel.state.conformance;

import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

/** Says what goes wrong with each call to a store. Used by one thread at a time. */
@FunctionalInterface
public interface Trouble {

    /** The trouble with a call. */
    enum Fault {
        /** Nothing. */
        NONE,
        /** It fails and does nothing. */
        REFUSED,
        /** It does what it shall, and the answer is lost. */
        ANSWER_LOST,
        /** It does nothing, since the place says that another write is on its way. */
        TRY_AGAIN
    }

    /**
     * The fate of the next call.
     *
     * @param operation get, create, replace, list, delete, lease, renew or release
     * @param name of the object, or the prefix
     */
    Fault next(String operation, String name);

    /** The call did what it should, and its answer is on the way. */
    default void after(String operation, String name) {}

    /** So many calls of a hundred fail before they do something, and so many after; in a random order that the seed fixes. */
    static Trouble random(long seed, int refusedPercent, int lostPercent) {
        Random random = new Random(seed);
        return (operation, name) -> {
            int drawn = random.nextInt(100);
            if (drawn < refusedPercent) {
                return Fault.REFUSED;
            }
            return drawn < refusedPercent + lostPercent ? Fault.ANSWER_LOST : Fault.NONE;
        };
    }

    /** So many calls succeed, then every one is refused for good, as for a process that was killed. */
    static Trouble stopAfter(long calls) {
        return between(calls, Long.MAX_VALUE);
    }

    /** The calls from one number to before another, counted from 0, are refused, as while the network is away. */
    static Trouble between(long first, long end) {
        AtomicLong count = new AtomicLong();
        return (operation, name) -> {
            long number = count.getAndIncrement();
            return number >= first && number < end ? Fault.REFUSED : Fault.NONE;
        };
    }

    /** The answer of one call is lost, counted from 0. */
    static Trouble losing(long call) {
        AtomicLong count = new AtomicLong();
        return (operation, name) -> count.getAndIncrement() == call ? Fault.ANSWER_LOST : Fault.NONE;
    }
}
