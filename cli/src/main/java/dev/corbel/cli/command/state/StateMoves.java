package dev.corbel.cli.command.state;

import dev.corbel.cli.command.options.AddressArgument;
import dev.corbel.providers.api.address.Address;
import dev.corbel.state.edit.StateEdits;
import dev.corbel.state.model.State;
import dev.corbel.state.model.StateChange;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Works out what {@code state mv} means by its two texts. */
final class StateMoves {
    private final State state;
    private final Set<Address> components = new LinkedHashSet<>();

    StateMoves(State state) {
        this.state = state;
        for (Address address : state.instances().keySet()) {
            Optional<Address> around = address.parent();
            while (around.isPresent() && components.add(around.get())) {
                around = around.get().parent();
            }
        }
    }

    /** The changes of state that move the one to the other. */
    List<StateChange> between(String from, String to) {
        Address source = source(from);
        return StateEdits.move(state, source, new MoveTarget(components).of(to, source));
    }

    private Address source(String text) {
        List<Address> named = components.stream()
                .filter(component -> AddressArgument.means(text, component))
                .toList();
        if (!named.isEmpty()) {
            return named.stream()
                    .min(Comparator.comparingInt(a -> a.steps().size()))
                    .orElseThrow();
        }
        List<Address> resources = state.instances().keySet().stream()
                .map(address -> address.withKey(null))
                .distinct()
                .filter(address -> AddressArgument.means(text, address))
                .toList();
        return resources.size() == 1 ? resources.get(0) : new StateAddresses(state).one(text);
    }
}
