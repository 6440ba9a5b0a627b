package dev.corbel.dsl.evaluate;

import dev.corbel.providers.api.expression.Expression;
import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.Value;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** What components without a blueprint give: an app passes on its load balancer's address, a region its zones' names. */
final class DefaultOutputs {
    private DefaultOutputs() {}

    static Optional<Expression> of(Space space, String name, BiFunction<Space, String, Optional<Expression>> outputs) {
        if (space.blueprint().isPresent()) {
            return Optional.empty();
        }
        if (space.isKind("app") && name.equals("url")) {
            Map<String, Space> balancers = space.components().getOrDefault("loadBalancer", Map.of());
            return balancers.size() == 1
                    ? outputs.apply(balancers.values().iterator().next(), "url")
                    : Optional.of(Expression.of(Value.ofNull()));
        }
        if (space.isKind("region") && name.equals("zoneNames")) {
            return Optional.ofNullable(space.inputs().get("zones"))
                    .map(zones -> zones.raw() instanceof Raw.Known known ? known.value() : Value.ofNull())
                    .filter(ListValue.class::isInstance)
                    .map(Expression::of);
        }
        return Optional.empty();
    }
}
