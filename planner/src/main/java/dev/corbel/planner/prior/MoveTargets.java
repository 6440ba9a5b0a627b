package dev.corbel.planner.prior;

import dev.corbel.dsl.model.Definition;
import dev.corbel.dsl.model.MoveDeclaration;
import dev.corbel.dsl.model.RemovalDeclaration;
import dev.corbel.dsl.model.WrittenAddress;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.Suggestion;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Refuses moves to addresses that nothing declares: a misspelt name would delete the object. Where its end is meant,
 * {@code removed} says so.
 */
public final class MoveTargets {
    private final Definition definition;
    private final Prefixes<RemovalDeclaration> removals = new Prefixes<>();
    private final Set<Address> refused = new HashSet<>();

    public MoveTargets(Definition definition) {
        this.definition = definition;
        definition.removals().forEach(removal -> removals.put(removal.address(), removal));
    }

    /** The problem of an object that this move would bring to its last address; empty where something is declared there. */
    public Optional<Diagnostic> problem(Address from, MoveDeclaration move, Address to) {
        if (move.isDeclared() || removals.find(to).isPresent()) {
            return Optional.empty();
        }
        refused.add(from);
        String target = move.to().qualified();
        return Optional.of(Diagnostic.error(
                        "%s cannot move to %s".formatted(from, move.to()),
                        "The definition does not declare %s, so the object would be deleted.".formatted(move.to()))
                .at(from)
                .at(move.toRange())
                .withHint(Suggestion.didYouMean(target, declared(move.to()))
                        .orElse("To delete it, write removed(" + WrittenAddress.of(move.to())
                                + ") { destroy = true }.")));
    }

    /** The addresses of objects whose moves are refused, of which nothing can be planned. */
    public Set<Address> refused() {
        return refused;
    }

    /** The declared addresses of the same kind. */
    private Set<String> declared(Address like) {
        Set<String> declared = new TreeSet<>();
        if (like.isResource()) {
            definition.resources().stream()
                    .map(resource ->
                            like.last().key() == null ? resource.address().withKey(null) : resource.address())
                    .filter(address -> address.last().kind().equals(like.last().kind()))
                    .forEach(address -> declared.add(address.qualified()));
        } else {
            definition
                    .components()
                    .forEach(component -> declared.add(component.address().qualified()));
        }
        return declared;
    }
}
