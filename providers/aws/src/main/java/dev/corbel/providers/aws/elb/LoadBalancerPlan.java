package dev.corbel.providers.aws.elb;

import dev.corbel.providers.api.ResourceType.PlanRequest;
import dev.corbel.providers.api.ResourceType.PlannedObject;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.api.value.ValuePath;
import dev.corbel.providers.aws.resource.Wanted;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** How load balancers are planned: where they are, and what of that can be changed in place. */
final class LoadBalancerPlan {
    private LoadBalancerPlan() {}

    static List<Diagnostic> problems(MapValue configuration) {
        Value subnets = configuration.get("subnets");
        Value mappings = configuration.get("subnet_mapping");
        if (subnets.isNull() && isEmpty(mappings)) {
            return List.of(Diagnostic.error(
                    "The load balancer has no subnets", "Set subnets, or write a block subnet_mapping for each."));
        }
        if (!subnets.isNull() && !subnets.isUnknown() && !isEmpty(mappings) && !mappings.isUnknown()) {
            return List.of(Diagnostic.error(
                    "subnets conflicts with subnet_mapping", "Say in one way where the load balancer is."));
        }
        return List.of();
    }

    private static boolean isEmpty(Value value) {
        return value.isNull()
                || (value.unmarked() instanceof ListValue list
                        && list.elements().isEmpty());
    }

    static PlannedObject of(PlanRequest request) {
        MapValue planned = request.proposed();
        if (!(request.prior() instanceof MapValue prior)) {
            return new PlannedObject(planned, Set.of());
        }
        Wanted before = new Wanted(prior);
        if (request.configuration().get("subnets").isNull() && new Wanted(planned).changes("subnet_mapping", before)) {
            planned = planned.with("subnets", Value.unknown());
        }
        Wanted wanted = new Wanted(planned);
        Set<ValuePath> replacedFor = new HashSet<>();
        if (!LoadBalancerKeys.APPLICATION.equals(before.text("load_balancer_type"))) {
            if (takesAway(wanted, before, "subnets")) {
                replacedFor.add(ValuePath.ROOT.then("subnets"));
            }
            if (losesMapping(wanted, before)) {
                replacedFor.add(ValuePath.ROOT.then("subnet_mapping"));
            }
            if (!wanted.attributes().get("security_groups").isUnknown()
                    && wanted.texts("security_groups").isEmpty()
                            != before.texts("security_groups").isEmpty()) {
                replacedFor.add(ValuePath.ROOT.then("security_groups"));
            }
        }
        return new PlannedObject(planned, replacedFor);
    }

    /** Only application load balancers can leave a zone. */
    private static boolean takesAway(Wanted wanted, Wanted before, String name) {
        return wanted.attributes().get(name).isWhollyKnown()
                && !wanted.texts(name).containsAll(before.texts(name));
    }

    private static boolean losesMapping(Wanted wanted, Wanted before) {
        return wanted.attributes().get("subnet_mapping").isWhollyKnown()
                && !wanted.blocks("subnet_mapping").containsAll(before.blocks("subnet_mapping"));
    }
}
