package dev.corbel.planner.planning.selection;

import dev.corbel.planner.planning.draft.PlanProblems;
import dev.corbel.planner.prior.PriorState;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.state.model.ResourceInstance;
import dev.corbel.state.model.StateObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Finds the instances that use an object and are left out of a plan, so that they hold on to what the plan takes away. */
public final class LeftOutUsers {
    private static final int NAMED = 5;

    private final PlanProblems problems;
    private final Map<Address, Set<Address>> users = new HashMap<>();

    public LeftOutUsers(PriorState prior, Selection selection, PlanProblems problems) {
        this.problems = problems;
        if (!selection.isPartial()) {
            return;
        }
        for (ResourceInstance instance : prior.instances()) {
            if (!selection.includes(instance.address())) {
                instance.current().ifPresent(object -> note(instance.address(), object));
                instance.deposed().values().forEach(object -> note(instance.address(), object));
            }
        }
    }

    private void note(Address user, StateObject object) {
        object.dependencies().forEach(used -> users.computeIfAbsent(used, key -> new TreeSet<>())
                .add(user));
    }

    /** Tells whether the old object of a replaced resource must outlive the plan; then the plan says so. */
    public boolean keepOld(Address address) {
        if (!users.containsKey(address)) {
            return false;
        }
        problems.add(Diagnostic.warning(
                        "The old object of " + address + " stays for now",
                        names(address) + ", left out of this plan, may still use it. It is deposed until a plan updates"
                                + " what uses it, and deleted then.")
                .at(address));
        return true;
    }

    /** Warns of the end of an object that others, which are left out, were built on. */
    public void warnOfEnd(Address address) {
        if (users.containsKey(address)) {
            problems.add(Diagnostic.warning(
                            address + " is deleted before what uses it is updated",
                            names(address) + ", left out of this plan, may still use it.")
                    .at(address));
        }
    }

    private String names(Address address) {
        Set<Address> all = users.getOrDefault(address, Set.of());
        List<Address> first = all.stream().limit(NAMED).toList();
        String more = all.size() > NAMED ? " and " + (all.size() - NAMED) + " more" : "";
        return first.stream().map(Address::toString).collect(Collectors.joining(", ")) + more;
    }
}
