package dev.corbel.providers.api.schema;

import dev.corbel.providers.api.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A rule that says the same of every value that it refuses.
 *
 * @param allowed the values that it takes, where these are a few texts
 */
record WordedRule(Predicate<Value> holds, String rule, List<String> allowed) implements Validation {
    @Override
    public Optional<String> problem(Value value) {
        return holds.test(value) ? Optional.empty() : Optional.of(rule);
    }
}
