package dev.corbel.dsl.evaluate;

import dev.corbel.dsl.program.Deferred;
import dev.corbel.dsl.program.Placeholder;
import dev.corbel.dsl.program.Problem;
import dev.corbel.providers.api.diagnostic.SourceRange;
import dev.corbel.providers.api.json.ValueJson;
import dev.corbel.providers.api.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The functions of the language. */
final class Functions {
    private Functions() {}

    /** Calls the function of this name, which there is. */
    static @Nullable Object call(
            String name, List<? extends @Nullable Object> arguments, Context context, Space space, SourceRange range) {
        if (arguments.stream().anyMatch(argument -> argument == Placeholder.VALUE)) {
            return Placeholder.VALUE;
        }
        return switch (name) {
            case "jsonencode" -> jsonencode(one(name, arguments, range), range);
            case "isSensitive" -> new Sensitivity(context).isSensitive(one(name, arguments, range));
            case "isKnown" -> PlainValues.value(one(name, arguments, range)).isPresent();
            case "secretReferences" -> secretReferences(one(name, arguments, range), new Sensitivity(context), range);
            case "cidrsubnet" -> cidrsubnet(arguments, range);
            case "cloudName" -> cloudName(arguments, space, range);
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static @Nullable Object one(String name, List<? extends @Nullable Object> arguments, SourceRange range) {
        if (arguments.size() != 1) {
            throw Problem.error(name + "(…) takes one value", "", null, range);
        }
        return arguments.get(0);
    }

    private static Object jsonencode(@Nullable Object value, SourceRange range) {
        Optional<Value> known = PlainValues.value(value).filter(plain -> !plain.containsSensitive());
        return known.isPresent() ? ValueJson.write(known.get()) : new EncodedValue(value, range);
    }

    private static Map<Object, Object> secretReferences(
            @Nullable Object value, Sensitivity sensitivity, SourceRange range) {
        if (!(value instanceof Map<?, ?> map)) {
            throw Problem.error("secretReferences(…) takes a map", "", null, range);
        }
        Map<Object, Object> references = new LinkedHashMap<>();
        map.forEach((key, entry) -> {
            if (InputValue.given(entry) instanceof Reference reference && sensitivity.isSecretOutput(reference)) {
                references.put(key, new SecretReference(reference));
            }
        });
        return references;
    }

    private static String cidrsubnet(List<? extends @Nullable Object> arguments, SourceRange range) {
        if (arguments.size() != 3
                || !(arguments.get(0) instanceof String prefix)
                || !(arguments.get(1) instanceof Integer bits)
                || !(arguments.get(2) instanceof Integer number)) {
            throw Problem.error(
                    "cidrsubnet(…) takes a range of addresses, a number of bits and a number",
                    "",
                    "Write cidrsubnet('10.0.0.0/16', 8, 1), which gives 10.0.1.0/24.",
                    range);
        }
        try {
            return AddressRange.of(prefix).part(bits, number).toString();
        } catch (IllegalArgumentException wrong) {
            throw Problem.error(String.valueOf(wrong.getMessage()), "", null, range);
        }
    }

    private static String cloudName(List<? extends @Nullable Object> arguments, Space space, SourceRange range) {
        String part = null;
        int maximum = CloudName.LONGEST;
        for (Object argument : arguments) {
            if (argument instanceof String text && part == null) {
                part = text;
            } else if (argument instanceof Map<?, ?> options
                    && options.keySet().equals(java.util.Set.of("maximum"))
                    && options.get("maximum") instanceof Integer number
                    && number >= CloudName.SHORTEST) {
                maximum = number;
            } else {
                throw Problem.error(
                        "cloudName(…) does not take this",
                        argument instanceof Deferred deferred ? deferred.display() + " has no value yet." : "",
                        "Write cloudName(), cloudName('part') or cloudName('part', maximum: 32); the maximum is at least "
                                + CloudName.SHORTEST + ".",
                        range);
            }
        }
        return CloudName.of(space, part, maximum);
    }
}
