package dev.corbel.engine.definition;

import dev.corbel.dsl.model.Argument;
import dev.corbel.dsl.model.Definition;
import dev.corbel.dsl.model.MoveDeclaration;
import dev.corbel.dsl.model.ResourceDeclaration;
import dev.corbel.dsl.placement.RecordedPlacements;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.address.Step;
import dev.corbel.providers.api.expression.Expression;
import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.state.model.State;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The hosts that state has for the parts of apps. */
final class StandingParts {
    private StandingParts() {}

    /**
     * The hosts of state for a definition that was evaluated without them; empty where it says the same, so that evaluating it
     * again would change nothing.
     */
    static Optional<RecordedPlacements> otherThanIn(Definition definition, State state) {
        Map<Address, Map<String, List<String>>> standing = new HashMap<>();
        boolean other = false;
        for (ResourceDeclaration resource : definition.resources()) {
            if (resource.type().equals(RecordedPlacements.TYPE)) {
                Optional<MapValue> before = before(resource.address(), definition, state);
                if (before.isPresent()) {
                    resource.address().parent().ifPresent(app -> standing.put(app, hosts(before.get())));
                    other |= !Optional.of(before.get()).equals(declared(resource));
                }
            }
        }
        return other ? Optional.of(new RecordedPlacements(standing)) : Optional.empty();
    }

    private static Optional<Value> declared(ResourceDeclaration resource) {
        Argument argument = resource.arguments().get(RecordedPlacements.HOSTS);
        return argument != null && argument.value() instanceof Expression.Literal literal
                ? Optional.of(literal.value())
                : Optional.empty();
    }

    /** From the address itself, else from where it is moved from. */
    private static Optional<MapValue> before(Address address, Definition definition, State state) {
        return recorded(address, state).or(() -> definition.moves().stream()
                .filter(move -> address.isWithin(move.to()))
                .map(move -> recorded(moved(address, move), state))
                .flatMap(Optional::stream)
                .findFirst());
    }

    private static Address moved(Address address, MoveDeclaration move) {
        List<Step> steps = new ArrayList<>(move.from().steps());
        steps.addAll(address.steps()
                .subList(move.to().steps().size(), address.steps().size()));
        return new Address(steps);
    }

    private static Optional<MapValue> recorded(Address address, State state) {
        return state.current(address)
                .map(object -> object.attributes().get(RecordedPlacements.HOSTS).fullyUnmarked())
                .filter(MapValue.class::isInstance)
                .map(MapValue.class::cast);
    }

    private static Map<String, List<String>> hosts(MapValue recorded) {
        Map<String, List<String>> hosts = new LinkedHashMap<>();
        recorded.entries().forEach((part, labels) -> {
            if (labels instanceof ListValue list) {
                hosts.put(part, list.elements().stream().map(Value::toString).toList());
            }
        });
        return hosts;
    }
}
