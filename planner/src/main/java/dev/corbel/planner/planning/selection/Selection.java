package dev.corbel.planner.planning.selection;

import dev.corbel.planner.PlanOptions;
import dev.corbel.planner.graph.ResourceGraph;
import dev.corbel.planner.plan.PlanMode;
import dev.corbel.planner.prior.PriorState;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.address.AddressPattern;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.Diagnostics;
import dev.corbel.state.model.ResourceInstance;
import dev.corbel.state.model.StateObject;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The instances that a plan is about. {@code --target} takes what it names and all that needs, {@code --exclude} drops what
 * it names and all that depends on it. For what is going it is the other way round: an end needs the end of all that
 * uses the object.
 */
public final class Selection {
    private final @Nullable Set<Address> included;

    private Selection(@Nullable Set<Address> included) {
        this.included = included;
    }

    public boolean includes(Address address) {
        return included == null || included.contains(address);
    }

    /** Tells whether something may be left out. */
    public boolean isPartial() {
        return included != null;
    }

    public static Selection of(PlanOptions options, ResourceGraph graph, PriorState prior, Diagnostics diagnostics) {
        if (options.targets().isEmpty() && options.excludes().isEmpty()) {
            return new Selection(null);
        }
        Neighbours neighbours = new Neighbours(graph, prior, options.mode() == PlanMode.DESTROY);
        UnmatchedPatterns unmatched = new UnmatchedPatterns();
        String nowhere = "Neither the definition nor state has";
        unmatched.check("--target", options.targets(), neighbours.all, nowhere);
        unmatched.check("--exclude", options.excludes(), neighbours.all, nowhere);
        unmatched.throwIfAny();
        Set<Address> included = options.targets().isEmpty()
                ? new LinkedHashSet<>(neighbours.all)
                : closure(named(options.targets(), neighbours.all), neighbours::needs);
        included.removeAll(closure(named(options.excludes(), neighbours.all), neighbours::dependents));
        diagnostics.add(
                Diagnostic.warning(
                        "This plan is about a part of the environment",
                        "--target and --exclude leave changes out. They are for exceptions, such as to recover from a mistake."));
        return new Selection(included);
    }

    private static Set<Address> named(List<AddressPattern> patterns, Collection<Address> all) {
        Set<Address> named = new LinkedHashSet<>();
        for (AddressPattern pattern : patterns) {
            all.stream().filter(pattern::matches).forEach(named::add);
        }
        return named;
    }

    private static Set<Address> closure(Set<Address> start, Function<Address, Collection<Address>> next) {
        Set<Address> reached = new LinkedHashSet<>(start);
        ArrayDeque<Address> open = new ArrayDeque<>(start);
        while (!open.isEmpty()) {
            for (Address address : next.apply(open.remove())) {
                if (reached.add(address)) {
                    open.add(address);
                }
            }
        }
        return reached;
    }

    /** The neighbours of each instance: by the definition for what stays, by state, turned round, for what goes. */
    private static final class Neighbours {
        final Collection<Address> all;
        private final ResourceGraph graph;
        private final Set<Address> going = new HashSet<>();
        private final Map<Address, List<Address>> uses = new HashMap<>();
        private final Map<Address, List<Address>> users = new HashMap<>();

        Neighbours(ResourceGraph graph, PriorState prior, boolean destroy) {
            this.graph = graph;
            Set<Address> addresses = new LinkedHashSet<>(graph.order());
            for (ResourceInstance instance : prior.instances()) {
                Address address = instance.address();
                addresses.add(address);
                if (destroy || !graph.contains(address)) {
                    going.add(address);
                }
                instance.current().ifPresent(object -> note(address, object));
                instance.deposed().values().forEach(object -> note(address, object));
            }
            this.all = addresses;
        }

        private void note(Address address, StateObject object) {
            uses.computeIfAbsent(address, key -> new ArrayList<>()).addAll(object.dependencies());
            object.dependencies().forEach(used -> users.computeIfAbsent(used, key -> new ArrayList<>())
                    .add(address));
        }

        Collection<Address> needs(Address address) {
            return going.contains(address) ? whichGo(users, address) : declared(address, true);
        }

        Collection<Address> dependents(Address address) {
            return going.contains(address) ? whichGo(uses, address) : declared(address, false);
        }

        private List<Address> whichGo(Map<Address, List<Address>> neighbours, Address address) {
            return neighbours.getOrDefault(address, List.of()).stream()
                    .filter(going::contains)
                    .toList();
        }

        private List<Address> declared(Address address, boolean dependencies) {
            if (!graph.contains(address)) {
                return List.of();
            }
            return dependencies ? graph.dependencies(address) : graph.dependents(address);
        }
    }
}
