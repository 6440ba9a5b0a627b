package dev.corbel.dsl.program;

import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.diagnostic.SourceRange;
import dev.corbel.providers.api.expression.AbsentPart;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads entries of maps and elements of lists. One that is not there is an error, unless it was read softly. */
final class Parts {
    private Parts() {}

    /**
     * An entry.
     *
     * @param written how the map is written, where that is known
     */
    static @Nullable Object of(
            Map<?, ?> map, @Nullable Object key, boolean soft, @Nullable Node written, SourceRange range) {
        // Asked first: a map with default values has the key only then.
        Object value = map.get(key);
        if (value == null && !soft && !map.containsKey(key)) {
            String name = name(written).orElse("This map");
            throw new DiagnosticsException(AbsentPart.key(name, String.valueOf(key), Optional.of(map.keySet()))
                    .at(range));
        }
        return value;
    }

    /**
     * An element; negative positions count from the end.
     *
     * @param written how the list is written, where that is known
     */
    static @Nullable Object of(List<?> list, int position, boolean soft, @Nullable Node written, SourceRange range) {
        int fromStart = position < 0 ? list.size() + position : position;
        if (fromStart >= 0 && fromStart < list.size()) {
            return list.get(fromStart);
        }
        if (soft) {
            return null;
        }
        throw new DiagnosticsException(AbsentPart.element(name(written).orElse("This list"), position, list.size())
                .at(range));
    }

    /** A name with fixed steps, as it is written; empty for other code. */
    private static Optional<String> name(@Nullable Node written) {
        if (written instanceof Access.Free free) {
            return Optional.of(free.name());
        }
        if (written instanceof Access.Local local) {
            return Optional.of(local.name());
        }
        if (written instanceof Access.Property property && property.name() instanceof Literals.Constant name) {
            return name(property.object()).map(object -> object + "." + name.value());
        }
        if (written instanceof Access.Index index && index.index() instanceof Literals.Constant key) {
            String text = key.value() instanceof Number ? String.valueOf(key.value()) : "'" + key.value() + "'";
            return name(index.object()).map(object -> object + "[" + text + "]");
        }
        return Optional.empty();
    }

    /** The elements of a collection or array by position. */
    static List<?> list(Object many) {
        if (many instanceof List<?> list) {
            return list;
        }
        return many instanceof Object[] array ? Arrays.asList(array) : new ArrayList<>((Collection<?>) many);
    }
}
