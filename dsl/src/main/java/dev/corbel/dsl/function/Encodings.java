package dev.corbel.dsl.function;

import dev.corbel.dsl.function.Arguments.WrongArgumentException;
import dev.corbel.dsl.resolve.EncodedValue;
import dev.corbel.dsl.scope.PlainValues;
import dev.corbel.providers.api.json.ValueJson;
import dev.corbel.providers.api.value.Value;
import java.io.IOException;
import java.util.Optional;

/** Functions that write values as JSON, and read them. */
final class Encodings {
    private Encodings() {}

    static Object json(FunctionCall call) {
        Optional<Value> known = PlainValues.value(call.argument(0)).filter(plain -> !plain.containsSensitive());
        return known.isPresent() ? ValueJson.write(known.get()) : new EncodedValue(call.argument(0), call.range());
    }

    static Value fromJson(Arguments given) {
        try {
            return ValueJson.read(given.text(0));
        } catch (IOException wrong) {
            String problem = String.valueOf(wrong.getMessage());
            int place = problem.indexOf("\n at ");
            throw new WrongArgumentException(
                    "The text is no JSON: " + (place < 0 ? problem : problem.substring(0, place)), wrong);
        }
    }
}
