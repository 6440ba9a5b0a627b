package dev.corbel.dsl.resolve;

import dev.corbel.dsl.scope.DeclaredValue;
import dev.corbel.dsl.scope.Scope;
import dev.corbel.providers.api.expression.Expression;
import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.Value;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** The outputs of components without a blueprint: an app passes on its load balancer's address, a region its zones' names. */
final class DefaultOutputs {
    private DefaultOutputs() {}

    static Optional<Expression> of(Scope scope, String name, BiFunction<Scope, String, Optional<Expression>> outputs) {
        if (scope.blueprint().isPresent()) {
            return Optional.empty();
        }
        if (scope.isKind("app") && name.equals("url")) {
            Map<String, Scope> balancers = scope.components().getOrDefault("loadBalancer", Map.of());
            return balancers.size() == 1
                    ? outputs.apply(balancers.values().iterator().next(), "url")
                    : Optional.of(Expression.of(Value.ofNull()));
        }
        if (scope.isKind("region") && name.equals("zoneNames")) {
            return Optional.ofNullable(scope.inputs().get("zones"))
                    .map(zones -> zones.value() instanceof DeclaredValue.Known known ? known.value() : Value.ofNull())
                    .filter(ListValue.class::isInstance)
                    .map(Expression::of);
        }
        return Optional.empty();
    }
}
