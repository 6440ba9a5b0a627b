package dev.corbel.providers.aws.elb;

import dev.corbel.providers.api.ResourceType.PlanRequest;
import dev.corbel.providers.api.ResourceType.PlannedObject;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.api.value.ValuePath;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Plans load balancers: their placement, and the parts of it that can be changed in place. */
final class LoadBalancerPlan {
    private static final String SUBNETS = "subnets";
    private static final String MAPPINGS = "subnet_mapping";
    private static final List<String> ADDRESSES = List.of("allocation_id", "private_ipv4_address", "ipv6_address");

    private LoadBalancerPlan() {}

    static List<Diagnostic> problems(MapValue configuration) {
        Value subnets = configuration.get(SUBNETS);
        Value mappings = configuration.get(MAPPINGS);
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
        if (samePlace(request.configuration(), prior)) {
            planned = planned.with(SUBNETS, prior.get(SUBNETS)).with(MAPPINGS, prior.get(MAPPINGS));
        }
        DesiredAttributes before = new DesiredAttributes(prior);
        if (request.configuration().get(SUBNETS).isNull() && new DesiredAttributes(planned).changes(MAPPINGS, before)) {
            planned = planned.with(SUBNETS, Value.unknown());
        }
        DesiredAttributes desired = new DesiredAttributes(planned);
        Set<ValuePath> replacedFor = new HashSet<>();
        if (!LoadBalancerKeys.APPLICATION.equals(before.text("load_balancer_type"))) {
            if (takesAway(desired, before, SUBNETS)) {
                replacedFor.add(ValuePath.ROOT.then(SUBNETS));
            }
            if (losesMapping(desired, before)) {
                replacedFor.add(ValuePath.ROOT.then(MAPPINGS));
            }
            if (!desired.attributes().get("security_groups").isUnknown()
                    && desired.texts("security_groups").isEmpty()
                            != before.texts("security_groups").isEmpty()) {
                replacedFor.add(ValuePath.ROOT.then("security_groups"));
            }
        }
        return new PlannedObject(planned, replacedFor);
    }

    /** Subnets, and mappings that say no more than their subnets, put a load balancer into the same place. */
    private static boolean samePlace(MapValue configuration, MapValue prior) {
        if (!configuration.get(MAPPINGS).isWhollyKnown()
                || !configuration.get(SUBNETS).isWhollyKnown()) {
            return false;
        }
        DesiredAttributes desired = new DesiredAttributes(configuration);
        DesiredAttributes before = new DesiredAttributes(prior);
        boolean bare = Stream.of(desired, before)
                .flatMap(one -> one.blocks(MAPPINGS).stream())
                .allMatch(mapping -> ADDRESSES.stream()
                        .allMatch(name -> mapping.attributes().get(name).isNull()));
        return bare && subnets(desired, configuration.get(SUBNETS).isNull()).equals(subnets(before, false));
    }

    private static Set<String> subnets(DesiredAttributes balancer, boolean byMappings) {
        return byMappings
                ? balancer.blocks(MAPPINGS).stream()
                        .map(mapping -> mapping.required("subnet_id"))
                        .collect(Collectors.toSet())
                : Set.copyOf(balancer.texts(SUBNETS));
    }

    /** Only application load balancers can leave a zone. */
    private static boolean takesAway(DesiredAttributes desired, DesiredAttributes before, String name) {
        return desired.attributes().get(name).isWhollyKnown()
                && !desired.texts(name).containsAll(before.texts(name));
    }

    private static boolean losesMapping(DesiredAttributes desired, DesiredAttributes before) {
        return desired.attributes().get(MAPPINGS).isWhollyKnown()
                && !desired.blocks(MAPPINGS).containsAll(before.blocks(MAPPINGS));
    }
}
