package dev.corbel.dsl.function;

import dev.corbel.dsl.resolve.EncodedValue;
import dev.corbel.dsl.scope.PlainValues;
import dev.corbel.providers.api.json.ValueJson;
import dev.corbel.providers.api.value.Value;
import java.util.Optional;

/** Functions that write values as text. */
final class Encodings {
    private Encodings() {}

    static Object json(FunctionCall call) {
        Optional<Value> known = PlainValues.value(call.argument(0)).filter(plain -> !plain.containsSensitive());
        return known.isPresent() ? ValueJson.write(known.get()) : new EncodedValue(call.argument(0), call.range());
    }
}
