package dev.corbel.dsl.program;

import dev.corbel.dsl.program.Captures.Name;
import dev.corbel.dsl.program.Captures.Path;
import dev.corbel.dsl.program.Captures.Root;
import dev.corbel.dsl.program.Captures.Slot;
import dev.corbel.providers.api.diagnostic.SourceRange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Copies of code and of the variables around it, in which known values stand for what was deferred. For one run. */
final class Binding {
    private final Map<Path, @Nullable Object> values;
    private final IdentityHashMap<Deferred, @Nullable Object> known;
    private final IdentityHashMap<Frame, Frame> scopes = new IdentityHashMap<>();
    private final IdentityHashMap<Receiver, Receiver> receivers = new IdentityHashMap<>();

    Binding(Map<Path, @Nullable Object> values, IdentityHashMap<Deferred, @Nullable Object> known) {
        this.values = values;
        this.known = known;
    }

    Code code(Code code) {
        return new Code(code.literal(), frame(code.frame()));
    }

    private Frame frame(Frame original) {
        Frame earlier = scopes.get(original);
        if (earlier != null) {
            return earlier;
        }
        Frame parent = original.parent();
        Frame copy = original.copy(
                parent == null ? null : frame(parent),
                receivers.computeIfAbsent(original.receiver(), receiver -> new LateReceiver(receiver, this)));
        scopes.put(original, copy);
        for (Path path : values.keySet()) {
            if (path.root() instanceof Slot slot && slot.frame() == original) {
                copy.set(0, slot.index(), start(slot));
            }
        }
        return copy;
    }

    /** The meaning of a name while the code runs. */
    @Nullable
    Object name(Receiver receiver, String name, SourceRange range) {
        Name root = new Name(receiver, name);
        boolean captured = values.keySet().stream().anyMatch(path -> path.root().equals(root));
        return captured ? start(root) : receiver.name(name, range);
    }

    private @Nullable Object start(Root root) {
        Path path = new Path(root, List.of());
        return values.containsKey(path) ? replaced(values.get(path)) : new CapturedName(this, path);
    }

    /** The end of a path: a known value, a name to go on from, or what the code would find by itself. */
    @Nullable
    Object at(Path path, SourceRange range) {
        if (values.containsKey(path)) {
            return replaced(values.get(path));
        }
        return values.keySet().stream().anyMatch(path::leadsTo) ? new CapturedName(this, path) : original(path, range);
    }

    /** The value that the code would find without this. */
    @Nullable
    Object original(Path path, SourceRange range) {
        Object value = path.root().value(range);
        for (Captures.Step step : path.steps()) {
            value = step.from(value, range);
        }
        return value;
    }

    private @Nullable Object replaced(@Nullable Object value) {
        if (value instanceof Deferred deferred) {
            return known.containsKey(deferred) ? known.get(deferred) : deferred;
        }
        if (value instanceof Code inner) {
            return code(inner);
        }
        if (value instanceof Map<?, ?> map) {
            Map<Object, @Nullable Object> copy = new LinkedHashMap<>();
            map.forEach((key, entry) -> copy.put(key, replaced(entry)));
            return copy;
        }
        if (value instanceof Collection<?> many && !(value instanceof groovy.lang.Range<?>)) {
            List<@Nullable Object> copy = new ArrayList<>(many.size());
            many.forEach(element -> copy.add(replaced(element)));
            return copy;
        }
        return value;
    }
}
