package dev.corbel.planner.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The choices of a run that policies go by.
 *
 * @param allowDestroy addresses of objects or components whose data may go, as people wrote them
 * @param asOf the day for which waivers are looked at, in UTC; today where it is empty
 * @param advice whether policies are asked that would only advise, even where the definition uses no policies
 */
public record PolicyOptions(List<String> allowDestroy, Optional<LocalDate> asOf, boolean advice) {
    public static final PolicyOptions NONE = allowing(List.of());

    /** The choices of a run in which some data may go. */
    public static PolicyOptions allowing(List<String> addresses) {
        return new PolicyOptions(addresses, Optional.empty(), false);
    }

    public PolicyOptions {
        allowDestroy = List.copyOf(allowDestroy);
    }
}
