package dev.corbel.dsl.component;

import dev.corbel.providers.api.schema.Validation;
import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.NumberValue;
import dev.corbel.providers.api.value.StringValue;
import dev.corbel.providers.api.value.Value;
import java.util.Optional;

/** Zones are a whole number from 1, or a list of names. */
final class ZonesValidation implements Validation {
    private final Validation count = Validation.between(1, 26);

    @Override
    public Optional<String> problem(Value value) {
        boolean named = value instanceof ListValue list
                && !list.elements().isEmpty()
                && list.elements().stream().allMatch(element -> element.unmarked() instanceof StringValue);
        boolean counted = value instanceof NumberValue number
                && number.value().scale() <= 0
                && count.problem(value).isEmpty();
        return named || counted ? Optional.empty() : Optional.of("must be a number of zones, or a list of their names");
    }
}
