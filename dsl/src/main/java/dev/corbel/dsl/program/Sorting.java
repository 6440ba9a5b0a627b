package dev.corbel.dsl.program;

import dev.corbel.providers.api.diagnostic.SourceRange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Sorts, and finds the smallest and the largest, by {@link Ordering}, where code or nothing says what to compare. */
final class Sorting {
    private static final Set<String> METHODS = Set.of("sort", "toSorted", "min", "max");

    /** A value with what it is compared by. */
    private record Keyed(@Nullable Object value, @Nullable Object key) {}

    private Sorting() {}

    /** The result of a call; {@link Intrinsics#NONE} where the library must be asked. */
    static @Nullable Object call(Object target, String method, @Nullable Object[] arguments, SourceRange range) {
        if (!METHODS.contains(method) || arguments.length > 2) {
            return Intrinsics.NONE;
        }
        Object last = arguments.length == 0 ? null : arguments[arguments.length - 1];
        Code code = last instanceof Code written ? written : null;
        int flags = arguments.length - (code == null ? 0 : 1);
        boolean inPlace = method.equals("sort") && target instanceof List<?>;
        if (flags == 1 && method.equals("sort") && arguments[0] instanceof Boolean mutate) {
            inPlace &= mutate;
        } else if (flags > 0) {
            return Intrinsics.NONE;
        }
        if (target instanceof Map<?, ?> map) {
            return code == null || code.parameters() != 1 ? Intrinsics.NONE : ofMap(map, method, code, range);
        }
        if (code != null && code.parameters() != 1) {
            return Intrinsics.NONE;
        }
        return ofCollection((Collection<?>) target, method, code, inPlace, range);
    }

    private static @Nullable Object ofCollection(
            Collection<?> many, String method, @Nullable Code code, boolean inPlace, SourceRange range) {
        List<Keyed> keyed = new ArrayList<>(many.size());
        for (Object element : many) {
            keyed.add(new Keyed(element, code == null ? element : known(code.run(element), method, code)));
        }
        if (method.equals("min") || method.equals("max")) {
            Keyed found = extreme(keyed, method, range);
            return found == null ? null : found.value();
        }
        keyed.sort(Comparator.comparing(Keyed::key, new Ordering(range)));
        List<@Nullable Object> sorted = new ArrayList<>(keyed.size());
        keyed.forEach(each -> sorted.add(each.value()));
        if (!inPlace) {
            return sorted;
        }
        @SuppressWarnings("unchecked") // its own elements, in another order
        List<@Nullable Object> list = (List<@Nullable Object>) many;
        for (int i = 0; i < sorted.size(); i++) {
            list.set(i, sorted.get(i));
        }
        return list;
    }

    private static @Nullable Object ofMap(Map<?, ?> map, String method, Code code, SourceRange range) {
        List<Keyed> keyed = new ArrayList<>(map.size());
        map.entrySet().forEach(entry -> keyed.add(new Keyed(entry, known(code.run(entry), method, code))));
        if (method.equals("min") || method.equals("max")) {
            Keyed found = extreme(keyed, method, range);
            return found == null ? null : found.value();
        }
        keyed.sort(Comparator.comparing(Keyed::key, new Ordering(range)));
        Map<@Nullable Object, @Nullable Object> sorted = new LinkedHashMap<>();
        for (Keyed each : keyed) {
            if (each.value() instanceof Map.Entry<?, ?> entry) {
                sorted.put(entry.getKey(), entry.getValue());
            }
        }
        return sorted;
    }

    /** The first of the smallest or largest; null is neither, as in Groovy, where it stands for itself. */
    private static @Nullable Keyed extreme(List<Keyed> keyed, String method, SourceRange range) {
        Ordering ordering = new Ordering(range);
        Keyed found = null;
        for (Keyed each : keyed) {
            if (each.value() == null) {
                continue;
            }
            int order = found == null ? 0 : ordering.compare(each.key(), found.key());
            if (found == null || (method.equals("min") ? order < 0 : order > 0)) {
                found = each;
            }
        }
        return found;
    }

    private static @Nullable Object known(@Nullable Object key, String method, Code code) {
        Deferred found = Looks.in(key);
        if (found != null) {
            throw Refusal.ofLook(found, "looked at by \"" + method + "\"", code.range());
        }
        return key;
    }
}
