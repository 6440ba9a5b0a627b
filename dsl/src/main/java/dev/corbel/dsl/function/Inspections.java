package dev.corbel.dsl.function;

import dev.corbel.dsl.resolve.SecretReference;
import dev.corbel.dsl.resolve.Sensitivity;
import dev.corbel.dsl.scope.InputValue;
import dev.corbel.dsl.scope.PlainValues;
import dev.corbel.dsl.scope.Reference;
import java.util.LinkedHashMap;
import java.util.Map;

/** Functions that tell something about values without looking at them. */
final class Inspections {
    private Inspections() {}

    static boolean isKnown(FunctionCall call) {
        return PlainValues.value(call.argument(0)).isPresent();
    }

    static boolean isSensitive(FunctionCall call) {
        return new Sensitivity(call.context()).isSensitive(call.argument(0));
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
