package dev.corbel.planner.secret;

import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.expression.Evaluation;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import java.util.OptionalLong;

/**
 * Texts in place of generated secrets, whose values are not at hand while planning. A text follows from the secret's address
 * and generation, so that what is made of it is the same each time, and shows where a secret goes.
 */
public final class StandIns {
    private StandIns() {}

    /** A scope in which generated secrets have values that stand in for them. */
    public static Evaluation.Scope in(Evaluation.Scope scope) {
        return address -> {
            Value object = scope.valueOf(address);
            return GeneratedSecret.is(address) ? with(address, object, "") : object;
        };
    }

    /** The same scope, in which one secret has another value of the same generation. */
    static Evaluation.Scope withOther(Evaluation.Scope scope, Address secret) {
        return address ->
                address.equals(secret) ? with(address, scope.valueOf(address), "another") : scope.valueOf(address);
    }

    /** The same scope, in which one secret has the same value and is of the next generation. */
    static Evaluation.Scope withNext(Evaluation.Scope scope, Address secret) {
        return address -> {
            Value object = scope.valueOf(address);
            OptionalLong generation = GeneratedSecret.generation(object);
            return address.equals(secret) && generation.isPresent() && object.unmarked() instanceof MapValue map
                    ? map.with(GeneratedSecret.GENERATION, Value.of(generation.getAsLong() + 1))
                    : object;
        };
    }

    private static Value with(Address address, Value object, String which) {
        OptionalLong generation = GeneratedSecret.generation(object);
        if (generation.isEmpty() || !(object.unmarked() instanceof MapValue map)) {
            return object;
        }
        String text =
                SecretText.following(GeneratedSecret.length(map), address + " " + generation.getAsLong() + " " + which);
        return map.with(GeneratedSecret.VALUE, Value.sensitive(Value.of(text)));
    }
}
