package dev.corbel.planner;

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

/** Tells who uses an object and is left out of a plan, so that it holds on to what the plan takes away. */
final class LeftOutUsers {
    private static final int NAMED = 5;

    private final Planning planning;
    private final Map<Address, Set<Address>> users = new HashMap<>();

    LeftOutUsers(Planning planning, Selection selection) {
        this.planning = planning;
        if (!selection.isPartial()) {
            return;
        }
        for (ResourceInstance instance : planning.prior.instances()) {
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

    /** Whether the old object of a replaced resource must outlive the plan; then the plan says so. */
    boolean keepOld(Address address) {
        if (!users.containsKey(address)) {
            return false;
        }
        planning.diagnostics.add(Diagnostic.warning(
                        "The old object of " + address + " stays for now",
                        names(address) + ", left out of this plan, may still use it. It is deposed until a plan updates"
                                + " what uses it, and deleted then.")
                .at(address));
        return true;
    }

    /** Warns of the end of what others that are left out were built on. */
    void warnOfEnd(Address address) {
        if (users.containsKey(address)) {
            planning.diagnostics.add(Diagnostic.warning(
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
