package dev.corbel.planner.planning.selection;

import dev.corbel.dsl.model.Definition;
import dev.corbel.dsl.model.ResourceDeclaration;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.address.AddressPattern;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import java.util.List;

/** The resources that {@code --replace} names. */
public final class RequestedReplacements {
    private final List<AddressPattern> patterns;

    private RequestedReplacements(List<AddressPattern> patterns) {
        this.patterns = patterns;
    }

    /**
     * Checks the patterns against the definition.
     *
     * @throws DiagnosticsException where one names nothing that the definition has
     */
    public static RequestedReplacements of(List<AddressPattern> patterns, Definition definition) {
        UnmatchedPatterns unmatched = new UnmatchedPatterns();
        List<Address> declared = definition.resources().stream()
                .map(ResourceDeclaration::address)
                .toList();
        unmatched.check("--replace", patterns, declared, "The definition does not have");
        unmatched.throwIfAny();
        return new RequestedReplacements(patterns);
    }

    public boolean include(Address address) {
        for (AddressPattern pattern : patterns) {
            if (pattern.matches(address)) {
                return true;
            }
        }
        return false;
    }
}
