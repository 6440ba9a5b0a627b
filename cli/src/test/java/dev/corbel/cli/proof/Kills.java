package dev.corbel.cli.proof;

/**
 * At how many of the moments at which a process can be killed it is killed. In the long form, where state is in the project,
 * that is at all of them; what a service keeps cannot be copied, so that each costs the whole way there.
 *
 * @param number for each test; all where it is the greatest
 */
record Kills(int number) {
    private static final int ALL = Integer.MAX_VALUE;
    private static final int IN_SERVICES = 24;

    /** What {@code corbel.kills} says: a number, or {@code all}. */
    static Kills wanted() {
        String wanted = System.getProperty("corbel.kills", "6");
        return new Kills(wanted.equals("all") ? ALL : Integer.parseInt(wanted));
    }

    int ofApplies(PlaceKind kind) {
        if (kind.isInProject()) {
            return number;
        }
        return isAll() ? IN_SERVICES : number / 6;
    }

    int ofRecoveries(PlaceKind kind) {
        return isAll() ? ofApplies(kind) : ofApplies(kind) / 2;
    }

    /** How many during the recovery from one. */
    int ofOneRecovery(PlaceKind kind) {
        return kind.isInProject() && isAll() ? ALL : 1;
    }

    boolean isAll() {
        return number == ALL;
    }

    @Override
    public String toString() {
        return isAll() ? "all" : String.valueOf(number);
    }
}
