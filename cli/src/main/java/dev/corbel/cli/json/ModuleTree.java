package dev.corbel.cli.json;

import dev.corbel.providers.api.address.Address;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Things that have addresses, each in its component, the components inside one another.
 *
 * @param component empty for the root
 */
record ModuleTree<T>(Optional<Address> component, List<T> members, Map<Address, ModuleTree<T>> children) {
    static <T> ModuleTree<T> root() {
        return new ModuleTree<>(Optional.empty(), new ArrayList<>(), new TreeMap<>());
    }

    void add(Address address, T member) {
        ModuleTree<T> tree = this;
        for (int length = 1; length < address.steps().size(); length++) {
            tree = tree.children.computeIfAbsent(
                    new Address(address.steps().subList(0, length)),
                    component -> new ModuleTree<>(Optional.of(component), new ArrayList<>(), new TreeMap<>()));
        }
        tree.members.add(member);
    }
}
