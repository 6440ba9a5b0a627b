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
 * Warns of {@code removed} that names nothing in state while there are objects that it may have meant: those that nothing
 * declares and no other {@code removed} names. Where there are none, it is done.
 */
public final class UnusedRemovals {
    private static final int MAX_NAMES = 3;

    private final List<RemovalDeclaration> removals;
    private final Set<Address> named = new HashSet<>();
    private final Set<Address> forgotten = new TreeSet<>();

    private UnusedRemovals(List<RemovalDeclaration> removals, PriorState prior, Predicate<Address> declared) {
        this.removals = removals;
        Prefixes<RemovalDeclaration> byAddress = new Prefixes<>();
        removals.forEach(removal -> byAddress.put(removal.address(), removal));
        for (Address address : prior.addresses()) {
            addBeginnings(address);
            if (!declared.test(address) && byAddress.find(address).isEmpty()) {
                forgotten.add(address);
            }
        }
    }

    /**
     * The warnings for removals that name nothing.
     *
     * @param declared whether the definition has a resource, which a misspelt name did not mean
     */
    public static List<Diagnostic> of(
            List<RemovalDeclaration> removals, PriorState prior, Predicate<Address> declared) {
        return removals.isEmpty() ? List.of() : new UnusedRemovals(removals, prior, declared).warnings();
    }

    private void addBeginnings(Address address) {
        for (int length = 1; length <= address.steps().size(); length++) {
            Address beginning = new Address(address.steps().subList(0, length));
            named.add(beginning);
            named.add(beginning.withKey(null));
        }
    }

    private List<Diagnostic> warnings() {
        return removals.stream()
                .filter(removal -> !named.contains(removal.address()))
                .flatMap(removal -> warning(removal).stream())
                .toList();
    }

    private Optional<Diagnostic> warning(RemovalDeclaration removal) {
        Address address = removal.address();
        Optional<String> meant = Suggestion.didYouMean(
                address.qualified(), forgotten.stream().map(Address::qualified).toList());
        List<String> alike = forgotten.stream()
                .filter(other -> !address.isResource()
                        || other.last().kind().equals(address.last().kind()))
                .limit(MAX_NAMES)
                .map(Address::qualified)
                .toList();
        return meant.isEmpty() && alike.isEmpty()
                ? Optional.empty()
                : Optional.of(Diagnostic.warning(
                                "There is no %s to remove".formatted(address), "State has no object of this address.")
                        .at(removal.range())
                        .withHint(meant.orElse(
                                "Nothing declares " + String.join(", ", alike) + ", which may be meant.")));
    }
}
