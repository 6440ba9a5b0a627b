package dev.corbel.planner.prior;

import dev.corbel.dsl.model.RemovalDeclaration;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.Suggestion;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Warns of {@code removed} that names nothing in state: it is done, or its name is misspelt. Inside of a component or
 * module, where one may stand for environments that still have the object, only of what is likely misspelt.
 */
public final class UnusedRemovals {
    private UnusedRemovals() {}

    /** @param declared whether the definition has a resource, which a misspelt name did not mean */
    public static List<Diagnostic> of(
            List<RemovalDeclaration> removals, PriorState prior, Predicate<Address> declared) {
        if (removals.isEmpty()) {
            return List.of();
        }
        Set<Address> named = new HashSet<>();
        Set<String> removable = new TreeSet<>();
        for (Address address : prior.addresses()) {
            addBeginnings(address, named);
            if (!declared.test(address)) {
                removable.add(address.qualified());
            }
        }
        return removals.stream()
                .filter(removal -> !named.contains(removal.address()))
                .flatMap(removal -> warning(removal, removable).stream())
                .toList();
    }

    private static void addBeginnings(Address address, Set<Address> named) {
        for (int length = 1; length <= address.steps().size(); length++) {
            Address beginning = new Address(address.steps().subList(0, length));
            named.add(beginning);
            named.add(beginning.withKey(null));
        }
    }

    private static Optional<Diagnostic> warning(RemovalDeclaration removal, Set<String> removable) {
        Optional<String> meant = Suggestion.didYouMean(removal.address().qualified(), removable);
        if (meant.isEmpty() && removal.address().parent().isPresent()) {
            return Optional.empty();
        }
        return Optional.of(Diagnostic.warning(
                        "There is no %s to remove".formatted(removal.address()),
                        "State has no object of this address: it is removed already, or the name is misspelt.")
                .at(removal.range())
                .withHint(meant.orElse("Take the removed away.")));
    }
}
