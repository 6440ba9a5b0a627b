package dev.corbel.planner.drift;

import dev.corbel.planner.plan.TypeListing;
import dev.corbel.providers.api.address.Address;
import java.util.List;
import java.util.Map;

/**
 * All that a comparison found.
 *
 * @param findings in the order of addresses, types, ids and attributes
 * @param suppressed how many differences are no drift, by reason
 * @param compared the objects of state that were compared, in the order of addresses
 * @param listings of all types, in the order of their names; none where types were not listed
 */
public record Drift(
        List<Finding> findings,
        Map<SuppressionReason, Integer> suppressed,
        List<Address> compared,
        List<TypeListing> listings) {
    public Drift {
        findings = List.copyOf(findings);
        suppressed = Map.copyOf(suppressed);
        compared = List.copyOf(compared);
        listings = List.copyOf(listings);
    }
}
