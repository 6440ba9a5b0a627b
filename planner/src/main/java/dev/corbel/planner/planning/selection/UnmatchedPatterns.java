package dev.corbel.planner.planning.selection;

import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.address.AddressPattern;
import dev.corbel.providers.api.address.TypedAddress;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.diagnostic.Suggestion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Refuses options that name nothing: a plan without what somebody asked for looks as if there were nothing to do. */
final class UnmatchedPatterns {
    private final List<Diagnostic> problems = new ArrayList<>();

    /**
     * Checks the values of an option.
     *
     * @param there what it may name
     * @param where what has none of such an address, as the beginning of a sentence
     */
    void check(String option, List<AddressPattern> patterns, Collection<Address> there, String where) {
        for (AddressPattern pattern : patterns) {
            if (there.stream().noneMatch(pattern::matches)) {
                problems.add(Diagnostic.error(
                                "%s %s names nothing".formatted(option, pattern),
                                where + " a resource of such an address.")
                        .withHint(meant(TypedAddress.quoted(pattern.toString()), texts(there))
                                .map(text -> "Did you mean \"" + text + "\"?")
                                .orElse(null)));
            }
        }
    }

    void throwIfAny() {
        if (!problems.isEmpty()) {
            throw new DiagnosticsException(problems);
        }
    }

    /** Compares ends alone where the beginning is right, so that a long type makes nothing alike. */
    private static Optional<String> meant(String written, Set<String> texts) {
        int end = Math.max(written.lastIndexOf('.'), written.lastIndexOf('/')) + 1;
        String beginning = written.substring(0, end);
        List<String> ends = texts.stream()
                .filter(text -> text.startsWith(beginning))
                .map(text -> text.substring(end))
                .toList();
        return ends.isEmpty()
                ? Suggestion.closest(written, texts)
                : Suggestion.closest(written.substring(end), ends).map(beginning::concat);
    }

    /** The addresses, without their keys too, and the components around them. */
    private static Set<String> texts(Collection<Address> there) {
        Set<String> texts = new LinkedHashSet<>();
        for (Address address : there) {
            texts.add(address.toString());
            texts.add(address.withKey(null).toString());
            for (Optional<Address> around = address.parent();
                    around.isPresent();
                    around = around.get().parent()) {
                texts.add(around.get().toString());
            }
        }
        return texts;
    }
}
