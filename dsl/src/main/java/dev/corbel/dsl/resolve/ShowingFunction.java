package dev.corbel.dsl.resolve;

import dev.corbel.providers.api.expression.Expression;
import dev.corbel.providers.api.value.Value;

/** The function that gives a value as it is, without the mark that it is not to be shown. */
record ShowingFunction() implements Expression.Function {
    @Override
    public Value apply(Value input) {
        return input;
    }

    @Override
    public boolean takesUnknown() {
        return true;
    }

    @Override
    public boolean unmarks() {
        return true;
    }
}
