package dev.corbel.cli.command.operation;

import dev.corbel.cli.invocation.Invocation;
import dev.corbel.planner.graph.ResourceGraph;
import dev.corbel.planner.plan.Plan;
import dev.corbel.planner.plan.PolicyOutcome;
import dev.corbel.planner.plan.PolicyReport;
import dev.corbel.planner.plan.PolicyResult;
import dev.corbel.planner.policy.PolicyCheck;
import dev.corbel.planner.policy.PolicyOptions;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.state.model.State;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Looks again at policies that waited for values which applying tells. */
final class AppliedPolicies {
    private final Invocation invocation;

    AppliedPolicies(Invocation invocation) {
        this.invocation = invocation;
    }

    /** A policy at one thing. */
    private record Place(String policy, Optional<Address> scope) {}

    /** The errors of policies that fail now; none where nothing waited. */
    List<Diagnostic> refusals(Plan plan, State state) {
        if (!plan.policies().isWaiting()) {
            return List.of();
        }
        Set<Place> waiting = plan.policies().of(PolicyOutcome.WAITING).stream()
                .map(AppliedPolicies::place)
                .collect(Collectors.toSet());
        PolicyReport now = new PolicyCheck(
                        plan.definition(),
                        ResourceGraph.of(plan.definition()),
                        invocation.providers()::resourceType,
                        PolicyOptions.NONE)
                .present(state);
        return now.only(result -> waiting.contains(place(result))).errors();
    }

    private static Place place(PolicyResult result) {
        return new Place(result.policy(), result.scope());
    }
}
