package dev.corbel.providers.kit.attribute;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.schema.Conversion;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects the attributes of an object from a service's answer. An attribute that is not set is null. */
public final class Attributes {
    private static final Type SET = Type.set(Type.ANY);

    private final Schema schema;
    private final Map<String, Value> values = new LinkedHashMap<>();

    public Attributes(Schema schema) {
        this.schema = schema;
        schema.attributes().keySet().forEach(name -> values.put(name, Value.ofNull()));
        schema.blocks().forEach((name, block) -> values.put(name, empty(block.maximum())));
    }

    private static Value empty(int maximum) {
        return maximum == 1 ? Value.ofNull() : Value.list();
    }

    /** Starts from values that are known already, such as the plan's; unknown ones become null. */
    public Attributes from(MapValue known) {
        known.entries().forEach((name, value) -> {
            if (values.containsKey(name)) {
                values.put(name, value.isWhollyKnown() ? value : Value.ofNull());
            }
        });
        return this;
    }

    public Attributes text(String name, @Nullable String text) {
        return value(name, text == null ? Value.ofNull() : Value.of(text));
    }

    /** A text that the service leaves out or gives as the empty one alike. */
    public Attributes textOrNothing(String name, @Nullable String text) {
        return text(name, text == null || text.isEmpty() ? null : text);
    }

    /** A computed text that is empty where the service leaves it out. */
    public Attributes textOrEmpty(String name, @Nullable String text) {
        return text(name, text == null ? "" : text);
    }

    public Attributes flag(String name, @Nullable Boolean flag) {
        return value(name, flag == null ? Value.ofNull() : Value.of(flag.booleanValue()));
    }

    public Attributes number(String name, @Nullable Number number) {
        return value(name, number == null ? Value.ofNull() : Value.of(new BigDecimal(number.toString())));
    }

    public Attributes texts(String name, Collection<String> texts) {
        return value(name, Value.list(texts.stream().map(Value::of).toList()));
    }

    /** An attribute whose elements have no order: the service gives them in any. */
    public Attributes set(String name, Collection<String> texts) {
        return value(name, setOf(texts.stream().map(Value::of).toList()));
    }

    /** Elements in the one order that sets are kept in, each once. */
    public static Value setOf(Collection<? extends Value> elements) {
        try {
            return Conversion.convert(Value.list(List.copyOf(elements)), SET);
        } catch (Conversion.MismatchException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public Attributes value(String name, Value value) {
        if (!values.containsKey(name)) {
            throw new IllegalArgumentException("the schema has no " + name + ", but " + schema.names());
        }
        values.put(name, value);
        return this;
    }

    public MapValue build() {
        return new MapValue(values);
    }

    public ObjectState object() {
        return new ObjectState(build());
    }
}
