package dev.corbel.planner.planning.draft;

import dev.corbel.dsl.model.Lifecycle;
import dev.corbel.planner.plan.CheckResult;
import dev.corbel.providers.api.address.Address;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The results of the conditions of instances. */
public final class ConditionReports {
    private final PlanProblems problems;
    private final List<CheckResult> results = new ArrayList<>();
    private final Set<Address> unfinished = new LinkedHashSet<>();

    public ConditionReports(PlanProblems problems) {
        this.problems = problems;
    }

    /** Notes the result of an instance, where it has any conditions. */
    public void report(Address address, Lifecycle lifecycle, Conditions conditions) {
        if (!lifecycle.preconditions().isEmpty() || !lifecycle.postconditions().isEmpty()) {
            problems.addAll(conditions.diagnostics());
            results.add(conditions.result(Optional.empty()));
            if (conditions.status() == CheckResult.Status.UNKNOWN) {
                unfinished.add(address);
            }
        }
    }

    public List<CheckResult> results() {
        return List.copyOf(results);
    }

    /** Instances whose conditions are left to be evaluated while applying. */
    public Set<Address> unfinished() {
        return Set.copyOf(unfinished);
    }
}
