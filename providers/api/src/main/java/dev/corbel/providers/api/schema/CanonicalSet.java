package dev.corbel.providers.api.schema;

import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.Value;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;

/** The one order in which the elements of a set are kept: known ones by their text, unknown ones last. */
final class CanonicalSet {
    private static final Comparator<Value> ORDER = Comparator.comparing((Value value) -> !value.isWhollyKnown())
            .thenComparing(value -> value.fullyUnmarked().toString());

    private CanonicalSet() {}

    /** Known elements once each. Unknown ones all stay, since they may turn out to differ. */
    static ListValue of(ListValue elements) {
        List<Value> known = List.copyOf(new LinkedHashSet<>(
                elements.elements().stream().filter(Value::isWhollyKnown).toList()));
        List<Value> unknown =
                elements.elements().stream().filter(e -> !e.isWhollyKnown()).toList();
        return new ListValue(java.util.stream.Stream.concat(known.stream(), unknown.stream())
                .sorted(ORDER)
                .toList());
    }
}
