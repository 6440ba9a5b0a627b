package dev.corbel.providers.kit.definition;

import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.BlockType.Nesting;
import dev.corbel.providers.api.schema.NormalForm;
import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.kit.attribute.Attributes;
import dev.corbel.providers.kit.attribute.PlainForm;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The form in which objects of an attribute are equal that mean the same: with defaults filled in, each value in its own form,
 * and without values that the service alone sets.
 *
 * @param fields of each object
 */
record ElementForm(List<Field> fields) implements NormalForm {

    @Override
    public Value of(Value value) {
        if (value instanceof ListValue list) {
            return list.elements().isEmpty()
                    ? Value.ofNull()
                    : Attributes.setOf(
                            list.elements().stream().map(this::element).toList());
        }
        return element(value);
    }

    private Value element(Value value) {
        if (!(value instanceof MapValue map)) {
            return value;
        }
        Map<String, Value> normal = new LinkedHashMap<>();
        for (Field field : fields) {
            Value inner = normal(field, map.get(field.name()));
            if (!inner.isNull()) {
                normal.put(field.name(), inner);
            }
        }
        return new MapValue(normal);
    }

    private static Value normal(Field field, Value value) {
        if (field instanceof Field.Leaf leaf) {
            return leaf.attribute().isConfigurable() ? normal(leaf.attribute(), value) : Value.ofNull();
        }
        if (field instanceof Field.Objects objects) {
            return normal(objects.attribute(), value);
        }
        if (!(field instanceof Field.Nested block)) {
            return Value.ofNull();
        }
        Value inner = new ElementForm(block.fields()).of(value);
        return block.type().nesting() == Nesting.SINGLE && PlainForm.saysNothing(inner) ? Value.ofNull() : inner;
    }

    private static Value normal(Attribute attribute, Value value) {
        Value given = value.isNull() ? attribute.defaultValue().orElse(value) : value;
        Value normal = attribute.normalForm().of(given);
        boolean nothing = attribute.defaultValue().isEmpty() && PlainForm.saysNothing(normal);
        return nothing ? Value.ofNull() : normal instanceof ListValue list ? Attributes.setOf(list.elements()) : normal;
    }
}
