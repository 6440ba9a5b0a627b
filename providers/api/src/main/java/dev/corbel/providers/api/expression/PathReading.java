package dev.corbel.providers.api.expression;

import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.diagnostic.SourceRange;
import dev.corbel.providers.api.schema.Conversion;
import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.SensitiveValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.api.value.ValuePath;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Follows a path into a value. Unlike {@link ValuePath#in} it tells what is null from what is not there. Negative
 * positions count from the end.
 *
 * @param path the way
 * @param rules what each step means where it leads nowhere; null for steps beyond the end of this list
 * @param name how messages call the value that the path starts from
 * @param range where it is written
 */
public record PathReading(ValuePath path, List<WhenMissing> rules, String name, Optional<SourceRange> range) {
    public PathReading {
        rules = List.copyOf(rules);
    }

    /** The part that the path leads to, sensitive where something around it is; unknown below an unknown. */
    public Value in(Value start) {
        if (start.unmarked().isNull()) {
            return start;
        }
        Value current = start;
        boolean sensitive = false;
        for (int i = 0; i < path.steps().size() && !current.isUnknown(); i++) {
            sensitive |= current instanceof SensitiveValue;
            current = next(current.unmarked(), i, sensitive);
        }
        return sensitive ? Value.sensitive(current) : current;
    }

    private Value next(Value container, int step, boolean sensitive) {
        if (container.isUnknown()) {
            return container;
        }
        Value found = find(container, path.steps().get(step));
        if (found != null) {
            return found;
        }
        WhenMissing rule = step < rules.size() ? rules.get(step) : WhenMissing.NULL;
        if (rule == WhenMissing.NULL || (rule == WhenMissing.UNSET && container instanceof MapValue)) {
            return Value.ofNull();
        }
        throw new DiagnosticsException(problem(container, step, sensitive).at(range.orElse(null)));
    }

    private static @Nullable Value find(Value container, ValuePath.Step step) {
        if (container instanceof MapValue map) {
            return map.entries().get(step instanceof ValuePath.Name name ? name.name() : position(step));
        }
        if (container instanceof ListValue list && step instanceof ValuePath.Index index) {
            int size = list.elements().size();
            int position = index.index() < 0 ? size + index.index() : index.index();
            return position >= 0 && position < size ? list.elements().get(position) : null;
        }
        return null;
    }

    private static String position(ValuePath.Step step) {
        return String.valueOf(((ValuePath.Index) step).index());
    }

    private Diagnostic problem(Value container, int step, boolean sensitive) {
        ValuePath way = new ValuePath(path.steps().subList(0, step));
        String around = way.isRoot() || name.isEmpty() || way.toString().startsWith("[") ? way.toString() : "." + way;
        String called = name + around;
        ValuePath.Step missing = path.steps().get(step);
        String part = missing instanceof ValuePath.Name name ? name.name() : "[" + position(missing) + "]";
        if (container.isNull()) {
            return AbsentPart.ofNull(called, part);
        }
        if (container instanceof ListValue list && missing instanceof ValuePath.Index index) {
            return AbsentPart.element(called, index.index(), list.elements().size());
        }
        return container instanceof MapValue map
                ? AbsentPart.key(
                        called,
                        missing instanceof ValuePath.Name name ? name.name() : position(missing),
                        sensitive ? Optional.empty() : Optional.of(map.entries().keySet()))
                : AbsentPart.ofOther(called, Conversion.nameOf(container), part);
    }
}
