package dev.corbel.emulators.proxy;

/**
 * The kinds of failures, and their shares. The calls that they hit follow from the seed, the call's name and how many
 * of that name came before it, so that a run can be replayed.
 *
 * @param throttled the share of calls that are refused since there are too many
 * @param failedAfterwards the share of calls that are done and then answered with an internal error
 * @param lost the share of calls that are done and whose answer never comes: the connection breaks off
 * @param lag for how many reads, at most, something new is not to be found
 */
public record Faults(long seed, double throttled, double failedAfterwards, double lost, int lag) {
    /** Nothing goes wrong. */
    public static final Faults NONE = new Faults(0, 0, 0, 0, 0);

    /** A rough day: one call in six goes wrong, and new objects show late. */
    public static Faults rough(long seed) {
        return new Faults(seed, 0.08, 0.04, 0.04, 2);
    }
}
