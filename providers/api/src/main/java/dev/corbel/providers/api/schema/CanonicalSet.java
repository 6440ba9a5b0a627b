package dev.corbel.providers.api.schema;

import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/** The one order in which the elements of a set are kept: known ones by what they are, unknown ones last. */
final class CanonicalSet {
    private static final Comparator<Value> ORDER = new ValueOrder();

    private CanonicalSet() {}

    /**
     * Known elements once each, sensitive where one of the equal ones is. Unknown ones all stay, since they may turn out
     * to differ.
     */
    static ListValue of(ListValue elements) {
        TreeMap<Value, Value> known = new TreeMap<>(ORDER);
        List<Value> unknown = new ArrayList<>();
        for (Value element : elements.elements()) {
            if (element.isWhollyKnown()) {
                known.merge(element, element, (first, second) -> first.containsSensitive() ? first : second);
            } else {
                unknown.add(element);
            }
        }
        unknown.sort(ORDER);
        List<Value> all = new ArrayList<>(known.values());
        all.addAll(unknown);
        return new ListValue(all);
    }
}
