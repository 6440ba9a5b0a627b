package dev.corbel.dsl.resolve;

import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.expression.Expression;
import dev.corbel.providers.api.value.Value;
import java.util.List;
import java.util.function.Supplier;

/** The function that takes the first value that does not fail; the problem of the last where all do. */
record FirstFunction() implements Expression.OfElements {

    @Override
    public Value apply(List<Supplier<Value>> elements) {
        try {
            Value value = elements.get(0).get();
            // What is not known yet may still fail.
            return value.isWhollyKnown() ? value : Value.unknown();
        } catch (DiagnosticsException failed) {
            if (elements.size() == 1) {
                throw failed;
            }
            return apply(elements.subList(1, elements.size()));
        }
    }
}
