package dev.corbel.planner.apply.queue;

import dev.corbel.providers.api.ConcurrencyKey;
import java.util.List;
import java.util.OptionalInt;

/** The work that a {@link ReadyQueue} runs, by number. Called by many threads at once. */
public interface Work {

    /** The keys that this piece has to queue for; asked when all that it waits for is done, again where it had to queue. Throws nothing. */
    List<ConcurrencyKey> concurrencyKeys(int number);

    /** Does it; false where it failed, so that nothing that waits for it runs. Throws nothing. */
    boolean run(int number);

    /**
     * It will not run.
     *
     * @param because the piece that failed; empty where the queue was told to stop
     */
    void skipped(int number, OptionalInt because);
}
