package dev.corbel.planner.drift;

import java.util.List;
import java.util.Map;

/**
 * All that a comparison found.
 *
 * @param findings in the order of addresses, types, ids and attributes
 * @param suppressed how many differences are no drift, by reason
 * @param objects how many objects of state were compared
 */
public record Drift(List<Finding> findings, Map<SuppressionReason, Integer> suppressed, int objects) {
    public Drift {
        findings = List.copyOf(findings);
        suppressed = Map.copyOf(suppressed);
    }
}
