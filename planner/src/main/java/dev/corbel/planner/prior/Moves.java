package dev.corbel.planner.prior;

import dev.corbel.dsl.model.MoveDeclaration;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.address.Step;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.Diagnostics;
import dev.corbel.providers.api.diagnostic.SourceRange;
import dev.corbel.state.model.ResourceInstance;
import dev.corbel.state.model.StateObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Carries out what {@code moved} says on the prior state, chains of moves in one go. */
public final class Moves {
    private final Prefixes<MoveDeclaration> moves = new Prefixes<>();
    private final PriorState prior;
    private final Predicate<Address> declared;
    private final Optional<MoveTargets> targets;
    private final Diagnostics diagnostics;

    private Moves(
            List<MoveDeclaration> declarations,
            PriorState prior,
            Predicate<Address> declared,
            Optional<MoveTargets> targets,
            Diagnostics diagnostics) {
        this.prior = prior;
        this.declared = declared;
        this.targets = targets;
        this.diagnostics = diagnostics;
        for (MoveDeclaration move : declarations) {
            if (fits(move)) {
                moves.put(move.from(), move);
            }
        }
    }

    /**
     * Moves objects.
     *
     * @param declared whether the definition has a resource
     * @param targets judges where objects move to; empty where all of them are deleted anyway
     * @return where each moved object stood before, by where it stands now
     */
    public static Map<Address, Address> apply(
            List<MoveDeclaration> declarations,
            PriorState prior,
            Predicate<Address> declared,
            Optional<MoveTargets> targets,
            Diagnostics diagnostics) {
        return declarations.isEmpty()
                ? Map.of()
                : new Moves(declarations, prior, declared, targets, diagnostics).apply();
    }

    private boolean fits(MoveDeclaration move) {
        boolean sameKind = move.from().isResource() == move.to().isResource()
                && (!move.from().isResource()
                        || move.from().last().kind().equals(move.to().last().kind()));
        if (!sameKind) {
            diagnostics.add(Diagnostic.error(
                            "%s cannot be moved to %s".formatted(move.from(), move.to()),
                            "An object keeps its type when it moves, and a component stays a component.")
                    .at(move.range()));
        }
        return sameKind;
    }

    private Map<Address, Address> apply() {
        Map<Address, Address> targets = new LinkedHashMap<>();
        for (Address address : prior.addresses()) {
            Address target = target(address);
            if (!target.equals(address)) {
                targets.put(address, target);
            }
        }
        Map<Address, Address> movedFrom = new HashMap<>();
        Map<Address, Address> movedTo = new HashMap<>();
        // What leaves an address makes room there, so moves go on as long as one of them finds room.
        boolean found = true;
        while (found && !targets.isEmpty()) {
            found = false;
            for (Map.Entry<Address, Address> move : List.copyOf(targets.entrySet())) {
                if (!prior.has(move.getValue())) {
                    prior.move(move.getKey(), move.getValue());
                    movedFrom.put(move.getValue(), move.getKey());
                    movedTo.put(move.getKey(), move.getValue());
                    targets.remove(move.getKey());
                    found = true;
                }
            }
        }
        targets.forEach(this::reportOccupied);
        renameDependencies(movedTo);
        return movedFrom;
    }

    private Address target(Address start) {
        Address address = start;
        List<Address> seen = new ArrayList<>(List.of(start));
        while (true) {
            Optional<Address> next = step(address);
            if (next.isEmpty()) {
                return isRefused(start, seen, address) ? start : address;
            }
            address = next.get();
            if (seen.contains(address)) {
                diagnostics.add(Diagnostic.error(
                                "The moves of " + start + " form a cycle",
                                "They lead from %s back to %s.".formatted(seen.get(seen.size() - 1), address))
                        .at(start)
                        .at(range(start)));
                return start;
            }
            seen.add(address);
        }
    }

    /** Tells whether nothing is declared where the last move leads, and notes it. */
    private boolean isRefused(Address start, List<Address> seen, Address target) {
        if (seen.size() < 2 || targets.isEmpty()) {
            return false;
        }
        MoveDeclaration last = moves.find(seen.get(seen.size() - 2)).orElseThrow();
        Optional<Diagnostic> problem = targets.get().problem(start, last, target);
        problem.ifPresent(diagnostics::add);
        return problem.isPresent();
    }

    private Optional<Address> step(Address address) {
        Optional<MoveDeclaration> found = moves.find(address);
        if (found.isEmpty() || !covers(found.get(), address)) {
            return Optional.empty();
        }
        MoveDeclaration move = found.get();
        if (declared.test(address)) {
            diagnostics.add(Diagnostic.error(
                            "%s was moved, but is still declared".formatted(address),
                            "An object cannot both stay there and move to %s.".formatted(move.to()))
                    .at(address)
                    .at(move.range())
                    .withHint("Take either the resource or the moved away."));
            return Optional.empty();
        }
        return Optional.of(moved(address, move));
    }

    /** A move to one instance is about the object without a key, not about other instances. */
    private static boolean covers(MoveDeclaration move, Address address) {
        Step last = address.steps().get(move.from().steps().size() - 1);
        return move.from().last().key() != null
                || last.key() == null
                || move.to().last().key() == null;
    }

    /** The address with its beginning replaced; an instance keeps its key where the move names none. */
    private static Address moved(Address address, MoveDeclaration move) {
        int length = move.from().steps().size();
        Step last = address.steps().get(length - 1);
        Address to = move.to();
        boolean keepsKey = move.from().last().key() == null
                && last.key() != null
                && to.last().key() == null;
        List<Step> steps = new ArrayList<>((keepsKey ? to.withKey(last.key()) : to).steps());
        steps.addAll(address.steps().subList(length, address.steps().size()));
        return new Address(steps);
    }

    private void reportOccupied(Address from, Address to) {
        diagnostics.add(Diagnostic.warning(
                        "%s cannot move to %s".formatted(from, to),
                        "An object of that address exists already and stays. The one at %s is planned for deletion."
                                .formatted(from))
                .at(from)
                .at(range(from)));
    }

    private @Nullable SourceRange range(Address from) {
        return moves.find(from).map(MoveDeclaration::range).orElse(null);
    }

    private void renameDependencies(Map<Address, Address> movedTo) {
        if (movedTo.isEmpty()) {
            return;
        }
        for (ResourceInstance instance : prior.instances()) {
            instance.current()
                    .filter(object -> uses(object, movedTo))
                    .ifPresent(object -> prior.putCurrent(instance.address(), renamed(object, movedTo)));
            instance.deposed().forEach((key, object) -> {
                if (uses(object, movedTo)) {
                    prior.putDeposed(instance.address(), key, renamed(object, movedTo));
                }
            });
        }
    }

    private static boolean uses(StateObject object, Map<Address, Address> movedTo) {
        return object.dependencies().stream().anyMatch(movedTo::containsKey);
    }

    private static StateObject renamed(StateObject object, Map<Address, Address> movedTo) {
        return object.withDependencies(
                object.dependencies().stream()
                        .map(address -> movedTo.getOrDefault(address, address))
                        .toList(),
                object.createBeforeDestroy());
    }
}
