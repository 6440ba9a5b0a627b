package dev.corbel.dsl.scope;

import dev.corbel.dsl.program.Deferred;
import dev.corbel.dsl.program.Placeholder;
import dev.corbel.dsl.program.Refusal;
import dev.corbel.providers.api.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads what must be known while the definition is evaluated, since it says what the rest means. A reference or a
 * sensitive value in such a place is an error, never the same as nothing written.
 */
public final class Required {
    private final Problems problems;
    private final Map<String, DeclaredValue.Written> contents;

    /**
     * Reads the contents of a block.
     *
     * @param contents by the names of its attributes
     */
    public Required(Problems problems, Map<String, DeclaredValue.Written> contents) {
        this.problems = problems;
        this.contents = contents;
    }

    /** The value; empty where none is written, where this run does not have it, and where it has a problem, which is noted. */
    public Optional<Value> literal(String name) {
        DeclaredValue.Written written = contents.get(name);
        if (written == null) {
            return Optional.empty();
        }
        if (written.value() instanceof DeclaredValue.Known known) {
            if (known.value().containsSensitive()) {
                refuse(name, "It is sensitive, so it must not steer what the definition says.", written);
                return Optional.empty();
            }
            return Optional.of(known.value()).filter(value -> !value.isNull());
        }
        Object value = written.value().plain(name);
        deferredIn(value)
                .filter(deferred -> !(deferred instanceof Placeholder))
                .ifPresent(deferred -> refuse(name, Refusal.reason(deferred), written));
        return Optional.empty();
    }

    private static Optional<Deferred> deferredIn(@Nullable Object value) {
        if (value instanceof Deferred deferred) {
            return Optional.of(deferred);
        }
        Iterable<?> elements =
                value instanceof Map<?, ?> map ? map.values() : value instanceof Iterable<?> many ? many : List.of();
        for (Object element : elements) {
            Optional<Deferred> found = deferredIn(element);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private void refuse(String name, String why, DeclaredValue.Written written) {
        problems.error(
                "\"" + name + "\" must be known while the definition is evaluated",
                why,
                "Write the value, or decide by a variable.",
                written.valueRange());
    }

    /** Tells whether it is written as true; {@code otherwise} where there is no value. */
    public boolean flag(String name, boolean otherwise) {
        return literal(name).map(value -> value.equals(Value.of(true))).orElse(otherwise);
    }

    /** The text; {@code otherwise} where there is no value. */
    public String text(String name, String otherwise) {
        return literal(name).map(Value::toString).orElse(otherwise);
    }
}
