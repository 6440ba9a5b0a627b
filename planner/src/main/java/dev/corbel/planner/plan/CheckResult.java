package dev.corbel.planner.plan;

import dev.corbel.providers.api.address.Address;
import java.util.List;
import java.util.Optional;

/**
 * The result of a check block, or of the conditions of a resource.
 *
 * @param name of the check block; empty for conditions of a resource
 * @param address of the resource; empty for a check block
 * @param problems the messages of the conditions that failed
 */
public record CheckResult(Optional<String> name, Optional<Address> address, Status status, List<String> problems) {
    public CheckResult {
        problems = List.copyOf(problems);
    }

    /** Passed, failed, could not be evaluated, or waits for values that applying tells. */
    public enum Status {
        PASS,
        FAIL,
        ERROR,
        UNKNOWN
    }
}
