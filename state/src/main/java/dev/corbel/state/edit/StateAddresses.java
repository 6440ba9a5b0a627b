package dev.corbel.state.edit;

import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.address.AddressParser;
import dev.corbel.providers.api.address.AddressPattern;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.diagnostic.Suggestion;
import dev.corbel.state.model.State;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds what people mean when they name something in state. Every failure is a {@link DiagnosticsException}. */
public final class StateAddresses {
    private final State state;

    public StateAddresses(State state) {
        this.state = state;
    }

    /** The instances that any of the patterns selects, sorted. One that selects nothing is an error. */
    public List<Address> select(List<AddressPattern> patterns) {
        Set<Address> selected = new LinkedHashSet<>();
        for (AddressPattern pattern : patterns) {
            List<Address> matches =
                    state.instances().keySet().stream().filter(pattern::matches).toList();
            if (matches.isEmpty()) {
                throw notFound(pattern.toString());
            }
            selected.addAll(matches);
        }
        return selected.stream().sorted().toList();
    }

    /** The one instance, resource with its instances, or component that has this text, plain or qualified. */
    public Address find(String text) {
        Set<Address> found = new LinkedHashSet<>();
        for (Address instance : state.instances().keySet()) {
            collect(instance, text, found);
        }
        if (found.isEmpty()) {
            throw notFound(text);
        }
        if (found.size() > 1) {
            throw new DiagnosticsException(Diagnostic.error(
                            "\"" + text + "\" names more than one thing",
                            "It may be "
                                    + String.join(
                                            " or ",
                                            found.stream()
                                                    .map(Address::qualified)
                                                    .sorted()
                                                    .toList()) + ".")
                    .withHint("Write the one you mean like this, with its kinds."));
        }
        return found.iterator().next();
    }

    private static void collect(Address instance, String text, Set<Address> found) {
        Optional<Address> next = Optional.of(instance);
        while (next.isPresent()) {
            Address address = next.get();
            Address whole = address.withKey(null);
            if (hasText(address, text)) {
                found.add(address);
            } else if (hasText(whole, text)) {
                found.add(whole);
            }
            next = address.parent();
        }
    }

    private static boolean hasText(Address address, String text) {
        return address.toString().equals(text) || address.qualified().equals(text);
    }

    /** An address that need not be in state, as the place for something that is. */
    public Address destination(String text) {
        Optional<Address> qualified = AddressParser.parse(text);
        if (qualified.isPresent()) {
            return qualified.get();
        }
        int slash = lastSlash(text);
        Optional<Address> last = AddressParser.parse(text.substring(slash + 1));
        if (slash > 0 && last.isPresent()) {
            Address around = find(text.substring(0, slash));
            return around.child(last.get().last());
        }
        throw new DiagnosticsException(Diagnostic.error(
                        "\"" + text + "\" is not a place", "Nothing in state tells what kinds of components these are.")
                .withHint("Write the kinds, as in region:eu-central-1/app:orders/aws_vpc.main."));
    }

    /** The last slash outside of quotes. */
    private static int lastSlash(String text) {
        boolean quoted = false;
        int last = -1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' && (i == 0 || text.charAt(i - 1) != '\\')) {
                quoted = !quoted;
            } else if (c == '/' && !quoted) {
                last = i;
            }
        }
        return last;
    }

    private DiagnosticsException notFound(String text) {
        List<String> names =
                state.instances().keySet().stream().map(Address::toString).toList();
        return new DiagnosticsException(Diagnostic.error(
                        "Nothing in state is called \"" + text + "\"",
                        "State of environment \"" + state.environment() + "\" has " + names.size()
                                + (names.size() == 1 ? " instance." : " instances."))
                .withHint(Suggestion.didYouMean(text, names).orElse("`corbel state list` prints what there is.")));
    }
}
