package dev.corbel.planner.policy;

import dev.corbel.planner.graph.ResourceGraph;
import dev.corbel.planner.plan.Plan;
import dev.corbel.planner.plan.PolicyOutcome;
import dev.corbel.planner.plan.PolicyResult;
import dev.corbel.planner.plan.ResourceChange;
import dev.corbel.providers.api.ReadableType;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Holds the objects to policies as they are. What the last run left and the definition wants all the same is for plans to
 * tell; here it is told what differs from that.
 */
public final class LiveCheck {
    private final Plan plan;
    private final List<AddedObject> added;
    private final PolicyCheck check;
    private final ResourceGraph graph;

    private record Key(String policy, Optional<Address> scope, String message) {
        static Key of(PolicyResult result) {
            return new Key(result.policy(), result.scope(), result.message());
        }
    }

    private LiveCheck(Plan plan, List<AddedObject> added, PolicyCheck check, ResourceGraph graph) {
        this.plan = plan;
        this.added = added;
        this.check = check;
        this.graph = graph;
    }

    /**
     * The violations.
     *
     * @param plan of a survey, with the objects as they are and as they were
     * @param added the objects in or on those of state that nobody declared
     * @param types by their names
     */
    public static List<Violation> violations(
            Plan plan,
            List<AddedObject> added,
            Function<String, ? extends Optional<? extends ReadableType>> types,
            PolicyOptions options) {
        if (PolicyCheck.isIdle(plan.definition(), options)) {
            return List.of();
        }
        ResourceGraph graph = ResourceGraph.of(plan.definition());
        PolicyCheck check = new PolicyCheck(plan.definition(), graph, types, options);
        return new LiveCheck(plan, added, check, graph).run();
    }

    private List<Violation> run() {
        SubjectCollector collector = check.collector();
        List<PolicyResult> now = failing(collector.present(graph, plan.prior(), Map.of(), added));
        if (now.isEmpty()) {
            return List.of();
        }
        Set<Key> before = keys(failing(collector.present(graph, plan.prior(), asLastRunLeft(), List.of())));
        Set<Key> wanted = keys(failing(collector.planned(graph, plan.changes())));
        Set<Address> changing = plan.changes().stream()
                .filter(ResourceChange::isChange)
                .map(ResourceChange::address)
                .collect(Collectors.toSet());
        Map<Address, AddedObject> byAddress =
                added.stream().collect(Collectors.toMap(AddedObject::address, object -> object, (one, same) -> one));
        List<Violation> violations = new ArrayList<>();
        for (PolicyResult result : now) {
            boolean isOld = before.contains(Key.of(result));
            boolean isWanted = wanted.contains(Key.of(result));
            boolean isTold = isOld
                    ? !isWanted && result.scope().filter(changing::contains).isPresent()
                    : !isWanted || !collector.isWritten(result.scope(), result.attribute());
            if (isTold) {
                violations.add(new Violation(result, result.scope().map(byAddress::get), isOld));
            }
        }
        return violations;
    }

    private List<PolicyResult> failing(PolicySubjects subjects) {
        return check.each(subjects).stream()
                .filter(result -> result.outcome() != PolicyOutcome.PASSED && result.outcome() != PolicyOutcome.WAITING)
                .toList();
    }

    private static Set<Key> keys(List<PolicyResult> results) {
        return results.stream().map(Key::of).collect(Collectors.toSet());
    }

    /** The objects that differ as state had them; attributes that state did not know yet are as they are. */
    private Map<Address, MapValue> asLastRunLeft() {
        Map<Address, MapValue> differing = new HashMap<>();
        for (ResourceChange seen : plan.drift()) {
            if (seen.deposedKey().isEmpty()
                    && seen.before().unmarked() instanceof MapValue before
                    && seen.after().unmarked() instanceof MapValue after) {
                Map<String, Value> all = new LinkedHashMap<>(after.entries());
                all.putAll(before.entries());
                differing.put(seen.address(), new MapValue(all));
            }
        }
        return differing;
    }
}
