package dev.corbel.planner.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The choices of a run that policies go by.
 *
 * @param allowDestroy addresses of objects or components whose data may go, as people wrote them
 * @param asOf the day for which waivers are looked at, in UTC; today where it is empty
 */
public record PolicyOptions(List<String> allowDestroy, Optional<LocalDate> asOf) {
    public static final PolicyOptions NONE = new PolicyOptions(List.of(), Optional.empty());

    public PolicyOptions {
        allowDestroy = List.copyOf(allowDestroy);
    }
}
