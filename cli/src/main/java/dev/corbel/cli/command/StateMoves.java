package dev.corbel.cli.command;

import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.address.AddressParser;
import dev.corbel.providers.api.address.Step;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.state.edit.StateEdits;
import dev.corbel.state.model.State;
import dev.corbel.state.model.StateChange;
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

    /** What moves the one to the other. */
    List<StateChange> between(String from, String to) {
        Address source = source(from);
        return StateEdits.move(state, source, target(to, source));
    }

    private Address source(String text) {
        List<Address> named = components.stream()
                .filter(component -> component.toString().equals(text)
                        || component.qualified().equals(text))
                .toList();
        if (!named.isEmpty()) {
            return named.stream()
                    .min(java.util.Comparator.comparingInt(a -> a.steps().size()))
                    .orElseThrow();
        }
        List<Address> resources = state.instances().keySet().stream()
                .map(address -> address.withKey(null))
                .distinct()
                .filter(address ->
                        address.toString().equals(text) || address.qualified().equals(text))
                .toList();
        return resources.size() == 1 ? resources.get(0) : new StateAddresses(state).one(text);
    }

    private Address target(String text, Address source) {
        Optional<Address> qualified = AddressParser.parse(text);
        if (qualified.isPresent()) {
            return qualified.get();
        }
        int slash = text.lastIndexOf('/');
        String prefix = slash < 0 ? "" : text.substring(0, slash);
        Optional<Address> parent = source.parent()
                .filter(around -> around.toString().equals(prefix))
                .or(() -> components.stream()
                        .filter(component -> component.toString().equals(prefix))
                        .findFirst());
        String last = text.substring(slash + 1);
        Optional<Address> relative = AddressParser.parse(last);
        if (relative.isPresent() && parent.isPresent()) {
            return parent.get().child(relative.get().last());
        }
        if (!source.isResource() && (parent.isPresent() || prefix.isEmpty())) {
            Step renamed = new Step(source.last().kind(), last, null);
            return parent.map(around -> around.child(renamed)).orElseGet(() -> new Address(List.of(renamed)));
        }
        throw error(
                "\"" + text + "\" is no address that something can be moved to",
                "Where a component is new, write the kinds too: region:eu-central-1/app:orders/corbel_data.example.");
    }

    private static DiagnosticsException error(String summary, String detail) {
        return new DiagnosticsException(Diagnostic.error(summary, detail));
    }
}
