package dev.corbel.planner.object;

import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.BlockType;
import dev.corbel.providers.api.schema.Conversion;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.schema.Validation;
import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.api.value.ValuePath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Brings evaluated values into the shape of their schema and hands over what is wrong with them. */
final class ConfigurationShape {
    private static final Type SET = Type.set(Type.ANY);

    private final BiConsumer<ValuePath, Diagnostic> problems;

    ConfigurationShape(BiConsumer<ValuePath, Diagnostic> problems) {
        this.problems = problems;
    }

    MapValue of(Schema schema, MapValue written) {
        return block(schema, written, ValuePath.ROOT);
    }

    private MapValue block(Schema schema, MapValue written, ValuePath path) {
        Map<String, Value> shaped = new LinkedHashMap<>();
        for (Attribute attribute : schema.attributes().values()) {
            shaped.put(attribute.name(), attribute(attribute, written.get(attribute.name()), path));
        }
        for (BlockType block : schema.blocks().values()) {
            shaped.put(block.name(), blocks(block, written.get(block.name()), path.then(block.name())));
        }
        return Value.map(shaped);
    }

    private Value attribute(Attribute attribute, Value written, ValuePath around) {
        boolean leftOut = written.isNull() && !attribute.isComputed();
        Value value = leftOut ? attribute.defaultValue().orElse(written) : written;
        if (value.isNull() && attribute.isRequired()) {
            ValuePath path = around.then(attribute.name());
            problem(path, "\"" + path + "\" is missing", "It is required, and what is written here gives no value.");
            return value;
        }
        Value converted = convert(value, attribute.type(), around, attribute.name());
        // Marked before it is looked at, since a rule may quote what it refuses.
        boolean hidden = attribute.isSensitive() && !converted.isNull();
        Value marked = hidden ? Value.sensitive(converted) : converted;
        if (!marked.isNull() && !attribute.validations().isEmpty() && marked.isWhollyKnown()) {
            validate(attribute, marked, around);
        }
        return marked;
    }

    private Value convert(Value value, Type type, ValuePath around, String name) {
        try {
            return Conversion.convert(value, type);
        } catch (Conversion.MismatchException mismatch) {
            ValuePath path = around.then(name).then(mismatch.path());
            problem(path, "\"" + path + "\" " + mismatch.getMessage(), "");
            return Value.unknown();
        }
    }

    private void validate(Attribute attribute, Value value, ValuePath around) {
        for (Validation validation : attribute.validations()) {
            validation.told(value).ifPresent(problem -> {
                ValuePath path = around.then(attribute.name());
                problem(path, "\"" + path + "\" " + problem, "");
            });
        }
    }

    private Value blocks(BlockType type, Value written, ValuePath path) {
        if (written.isUnknown()) {
            return written;
        }
        if (type.nesting() == BlockType.Nesting.SINGLE) {
            if (type.minimum() > 0 && written.isNull()) {
                problem(path, "The block \"" + path + "\" is missing", "");
            }
            return written.unmarked() instanceof MapValue map ? block(type.schema(), map, path) : Value.ofNull();
        }
        List<Value> elements = new ArrayList<>();
        if (written.unmarked() instanceof ListValue list) {
            for (Value element : list.elements()) {
                elements.add(
                        element.unmarked() instanceof MapValue map
                                ? block(type.schema(), map, path.then(elements.size()))
                                : element);
            }
        }
        checkCount(type, elements.size(), path);
        ListValue list = Value.list(elements);
        return type.nesting() == BlockType.Nesting.SET ? convert(list, SET, path, type.name()) : list;
    }

    private void checkCount(BlockType type, int count, ValuePath path) {
        if (count < type.minimum() || count > type.maximum()) {
            String limit = count < type.minimum() ? "at least " + type.minimum() : "at most " + type.maximum();
            problem(path, "There must be " + limit + " blocks \"" + path + "\", but there are " + count, "");
        }
    }

    private void problem(ValuePath path, String summary, String detail) {
        problems.accept(path, Diagnostic.error(summary, detail));
    }
}
