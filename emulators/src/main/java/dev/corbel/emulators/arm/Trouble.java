package dev.corbel.emulators.arm;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;

/** Decides which calls and operations go wrong, as {@link ArmFaults} says. */
final class Trouble {
    private final Map<String, Integer> numbers = new HashMap<>();
    private ArmFaults faults = ArmFaults.NONE;

    void set(ArmFaults next) {
        faults = next;
    }

    ArmFaults faults() {
        return faults;
    }

    /** The way a long operation will end. */
    Operation.End end(String verb, ArmPath target) {
        double share = share("operation " + verb + " " + target.key());
        if (share >= faults.failedOperations()) {
            return Operation.End.SUCCESS;
        }
        return switch ((int) (share / faults.failedOperations() * 3)) {
            case 0 -> new Operation.End(Operation.Status.CANCELED, "OperationCanceled", "The operation was canceled.");
            case 1 ->
                new Operation.End(
                        Operation.Status.FAILED,
                        "AnotherOperationInProgress",
                        "Another operation on this or dependent resource is in progress.");
            default ->
                new Operation.End(Operation.Status.FAILED, "InternalServerError", "An error occurred. Injected.");
        };
    }

    /** Whether something that can come in two ways comes in the rarer one; never where nothing goes wrong. */
    boolean shows(String name) {
        return !faults.equals(ArmFaults.NONE) && share(name) < 0.3;
    }

    /** A number from 0 to 1 for the next thing of this name. */
    double share(String name) {
        int number = numbers.merge(name, 1, Integer::sum);
        return new SplittableRandom(31 * faults.seed() + (name + " " + number).hashCode()).nextDouble();
    }

    void reset() {
        numbers.clear();
        faults = ArmFaults.NONE;
    }
}
