package dev.corbel.dsl.function;

import dev.corbel.dsl.program.SensitiveText;
import dev.corbel.dsl.resolve.SecretReference;
import dev.corbel.dsl.resolve.Sensitivity;
import dev.corbel.dsl.resolve.ShownValue;
import dev.corbel.dsl.scope.InputValue;
import dev.corbel.dsl.scope.PlainValues;
import dev.corbel.dsl.scope.Reference;
import dev.corbel.providers.api.value.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Functions that tell something about values without looking at them. */
final class Inspections {
    private Inspections() {}

    static boolean isKnown(FunctionCall call) {
        return PlainValues.value(call.argument(0)).isPresent();
    }

    static boolean isSensitive(FunctionCall call) {
        return new Sensitivity(call.context()).isSensitive(call.argument(0));
    }

    static Object sensitive(FunctionCall call) {
        return new SensitiveText("sensitive(…)", call.argument(0));
    }

    static @Nullable Object nonsensitive(FunctionCall call) {
        Object value = call.argument(0);
        Optional<Value> known = PlainValues.value(value);
        return known.isPresent()
                ? PlainValues.plain(known.get().fullyUnmarked(), "nonsensitive(…)")
                : new ShownValue(value, call.range());
    }

    static Map<Object, Object> secretReferences(FunctionCall call) {
        if (!(call.argument(0) instanceof Map<?, ?> map)) {
            throw call.wrong();
        }
        Sensitivity sensitivity = new Sensitivity(call.context());
        Map<Object, Object> references = new LinkedHashMap<>();
        map.forEach((key, entry) -> {
            if (InputValue.given(entry) instanceof Reference reference && sensitivity.isSecretOutput(reference)) {
                references.put(key, new SecretReference(reference));
            }
        });
        return references;
    }
}
