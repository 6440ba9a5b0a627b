package dev.corbel.emulators.arm;

/**
 * The kinds of failures, and their shares. The calls that they hit follow from the seed, the call and how many like it
 * came before, so that a run can be replayed.
 *
 * @param throttled the share of calls that are refused since there are too many
 * @param failedBefore the share of calls that are answered with an internal error and not done
 * @param failedAfterwards the share of calls that are done and then answered with an internal error
 * @param lost the share of calls that are done and whose answer never comes: the connection breaks off
 * @param failedOperations the share of long operations that fail or are cancelled
 * @param lag for how many reads, at most, something new is not to be found and something changed shows its old values
 * @param expired the share of calls whose token counts as expired
 */
public record ArmFaults(
        long seed,
        double throttled,
        double failedBefore,
        double failedAfterwards,
        double lost,
        double failedOperations,
        int lag,
        double expired) {
    /** Nothing goes wrong. */
    public static final ArmFaults NONE = new ArmFaults(0, 0, 0, 0, 0, 0, 0, 0);

    /** A rough day. Long operations end well. */
    public static ArmFaults rough(long seed) {
        return new ArmFaults(seed, 0.05, 0.02, 0.03, 0.04, 0, 2, 0.01);
    }

    /** A rougher day, on which long operations fail too. */
    public static ArmFaults rougher(long seed) {
        return new ArmFaults(seed, 0.08, 0.04, 0.04, 0.06, 0.05, 3, 0.02);
    }
}
