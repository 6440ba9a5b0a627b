package dev.corbel.cli.command.state;

import dev.corbel.cli.command.options.AddressArgument;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.address.AddressPattern;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.diagnostic.Suggestion;
import dev.corbel.state.model.State;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds in state what people call by text. All errors are {@link DiagnosticsException}s. */
public final class StateAddresses {
    private final List<Address> addresses;

    public StateAddresses(State state) {
        this(state, List.of());
    }

    /** @param more addresses that can be meant, too */
    StateAddresses(State state, Collection<Address> more) {
        this.addresses = Stream.concat(state.instances().keySet().stream(), more.stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** All instances that a text selects: an address, a component, or a glob. At least one. */
    List<Address> select(String text) {
        AddressPattern pattern = AddressArgument.pattern(text);
        List<Address> found = addresses.stream().filter(pattern::matches).toList();
        if (found.isEmpty()) {
            throw missing(text);
        }
        return found;
    }

    /** The one instance that a text means. */
    public Address one(String text) {
        List<Address> found = select(text);
        List<Address> exact = found.stream()
                .filter(address -> AddressArgument.means(text, address))
                .toList();
        List<Address> candidates = exact.isEmpty() ? found : exact;
        if (candidates.size() > 1) {
            throw new DiagnosticsException(Diagnostic.error(
                            "\"" + text + "\" means " + candidates.size() + " instances",
                            candidates.stream().map(Address::qualified).collect(Collectors.joining("\n")))
                    .withHint("Name one of them."));
        }
        return candidates.get(0);
    }

    private DiagnosticsException missing(String text) {
        return new DiagnosticsException(Diagnostic.error(
                        "\"" + text + "\" not found in state", "corbel state list shows what there is.")
                .withHint(Suggestion.didYouMean(
                                text, addresses.stream().map(Address::toString).toList())
                        .orElse(null)));
    }
}
