package dev.corbel.dsl.evaluate;

import dev.corbel.dsl.evaluate.Reference.EachStep;
import dev.corbel.dsl.evaluate.Reference.KeyStep;
import dev.corbel.providers.api.diagnostic.SourceRange;
import dev.corbel.providers.api.expression.Expression;
import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.api.value.ValuePath;
import java.util.List;
import java.util.Optional;

/** What {@code list*.name} means for a list that is known later. */
final class ElementPaths {
    private ElementPaths() {}

    static Expression of(Expression list, String name, List<Object> rest, SourceRange range) {
        ValuePath path = ValuePath.of(name);
        for (Object step : rest) {
            if (step instanceof EachStep) {
                throw BlockReceiver.error("\"*.\" can stand once after an attribute", "", "Use .map { … }.", range);
            }
            path = step instanceof KeyStep key && key.key() instanceof Number position
                    ? path.then(position.intValue())
                    : path.then(step instanceof KeyStep key ? String.valueOf(key.key()) : (String) step);
        }
        ValuePath each = path;
        return new Expression.Transformation(list, value -> elements(value, each), Optional.of(range));
    }

    private static Value elements(Value value, ValuePath path) {
        if (value instanceof ListValue list) {
            return Value.list(list.elements().stream().map(path::in).toList());
        }
        return value.isNull() ? value : path.in(value);
    }
}
