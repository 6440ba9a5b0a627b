package dev.corbel.cli.command.state;

import dev.corbel.state.model.State;

/** Messages of commands about a state as a whole. */
public final class StateMessages {
    private StateMessages() {}

    static String resources(int count) {
        return count == 1 ? "1 resource" : count + " resources";
    }

    /** Such as {@code serial 7, 12 resources}. */
    static String summary(State state) {
        return "serial " + state.serial() + ", " + resources(state.instances().size());
    }

    static boolean isSameEnvironment(State present, State other) {
        return present.environment().equals(other.environment());
    }

    /** The differences of another state from the one that is there, to stand before its summary; empty where there are none. */
    static String differences(State present, State other) {
        return (isSameEnvironment(present, other) ? "" : "of environment \"" + other.environment() + "\", ")
                + (present.serial() == 0 || present.lineage().equals(other.lineage()) ? "" : "of another lineage, ");
    }

    /** Tells where the state that was there before is kept; empty where it is there still, or there was none. */
    public static String kept(State before, State now) {
        return before.serial() == 0 || before.serial() == now.serial()
                ? ""
                : "State has serial %d now. Serial %d is kept as a backup: corbel state restore %s %d%n"
                        .formatted(now.serial(), before.serial(), before.environment(), before.serial());
    }
}
