package dev.corbel.planner.policy;

import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.address.AddressPattern;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The objects and components whose data may go, as {@code --allow-destroy} names them: one by one, never by a pattern. */
final class Allowances {
    private final List<String> names;
    private final List<AddressPattern> addresses;
    private final Set<AddressPattern> used = new HashSet<>();

    Allowances(List<String> names) {
        this.names = List.copyOf(names);
        this.addresses = names.stream()
                .filter(name -> !name.contains("*"))
                .map(AddressPattern::parse)
                .toList();
    }

    /** Tells whether an object may go, and notes what allows it. */
    boolean allow(Address address) {
        List<AddressPattern> fitting =
                addresses.stream().filter(allowed -> allowed.matches(address)).toList();
        used.addAll(fitting);
        return !fitting.isEmpty();
    }

    /** The names that are patterns, and those that nothing needed. */
    List<Diagnostic> problems() {
        List<Diagnostic> problems = new ArrayList<>();
        names.stream()
                .filter(name -> name.contains("*"))
                .forEach(name -> problems.add(Diagnostic.error(
                                "--allow-destroy takes no pattern such as \"" + name + "\"",
                                "It names an object, or a component with all that is in it.")
                        .withHint("Give it once for each.")));
        addresses.stream()
                .filter(address -> !used.contains(address))
                .forEach(address -> problems.add(Diagnostic.error(
                                "--allow-destroy names \"" + address + "\", and the plan ends no data there",
                                "It may be misspelt, or of another plan.")
                        .withHint("Leave it out, or copy the address from the plan.")));
        return problems;
    }
}
