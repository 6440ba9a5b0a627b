package dev.corbel.providers.kit.attribute;

import dev.corbel.providers.api.json.ValueJson;
import dev.corbel.providers.api.schema.Validation;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.StringValue;
import dev.corbel.providers.api.value.Value;
import java.io.IOException;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Attributes that hold JSON. Services give documents back with other spaces and in another order than they got
 * them, so they are compared by their meaning, and the definition's text is kept while it means the same.
 */
public final class JsonText {
    /** The value is one JSON document. */
    public static final Validation VALID =
            value -> value instanceof StringValue text && parse(text.value()).isEmpty()
                    ? Optional.of("must be JSON")
                    : Optional.empty();

    private JsonText() {}

    /** Compares two documents by their meaning: spaces and the order of keys don't count. */
    public static boolean same(String one, String other) {
        Optional<Value> parsed = parse(one);
        return one.equals(other) || (parsed.isPresent() && parsed.equals(parse(other)));
    }

    /** The known text of an attribute while it means the same as the actual one, else the actual one. */
    public static @Nullable String shown(
            @Nullable String known, @Nullable String actual, BiPredicate<String, String> same) {
        return known != null && actual != null && same.test(known, actual) ? known : actual;
    }

    /** Keeps the prior text of an attribute where the planned one says the same, so that nothing is updated. */
    public static MapValue keepSame(MapValue planned, Value prior, String name, BiPredicate<String, String> same) {
        if (prior instanceof MapValue before) {
            Optional<String> text = before.text(name);
            Optional<String> next = planned.text(name);
            if (text.isPresent() && next.isPresent() && same.test(text.get(), next.get())) {
                return planned.with(name, before.get(name));
            }
        }
        return planned;
    }

    /** The document; empty where the text is no JSON. */
    public static Optional<Value> parse(String text) {
        try {
            return Optional.of(ValueJson.read(text));
        } catch (IOException notJson) {
            return Optional.empty();
        }
    }
}
