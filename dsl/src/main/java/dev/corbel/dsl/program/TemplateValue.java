package dev.corbel.dsl.program;

import dev.corbel.providers.api.diagnostic.SourceRange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A text of which parts are not known yet. */
public final class TemplateValue extends Deferred {
    private final List<Object> parts;

    TemplateValue(List<Object> parts) {
        this.parts = List.copyOf(parts);
    }

    /** A part of a text: deferred, or a text itself. Null is refused; it would read as a word. */
    static Object part(@Nullable Object value, SourceRange range) {
        requireNoNull(value, range);
        return value instanceof Deferred
                ? value
                : java.util.Objects.requireNonNull(Dispatch.explained(() -> Dispatch.text(value), range));
    }

    /** The text of a part that is known. */
    public static String text(@Nullable Object known, @Nullable SourceRange range) {
        return String.valueOf(part(known, range == null ? SourceRange.at("", 1, 1) : range));
    }

    /** Refuses null at any depth of a value that is written into a text. */
    static void requireNoNull(@Nullable Object value, SourceRange range) {
        if (value instanceof String || value instanceof Number) {
            return;
        }
        if (Dispatch.explained(() -> hasNull(value), range) == Boolean.TRUE) {
            throw Problem.error(
                    "A value in this text is null",
                    "It would read as the word null.",
                    "Give a default with ?:, or leave the text out where the value is null.",
                    range);
        }
    }

    private static boolean hasNull(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return hasNull(map.values());
        }
        if (value instanceof Map.Entry<?, ?> entry) {
            return hasNull(entry.getValue());
        }
        if (value instanceof Object[] array) {
            return hasNull(Arrays.asList(array));
        }
        if (!(value instanceof Collection<?> many) || value instanceof groovy.lang.Range<?>) {
            return value == null;
        }
        for (Object element : many) {
            if (hasNull(element)) {
                return true;
            }
        }
        return false;
    }

    /** Puts a text together from {@link #part}s: plain where all of them are. */
    static Object of(List<?> parts) {
        List<Object> flat = new ArrayList<>();
        StringBuilder plain = new StringBuilder();
        for (Object part : parts) {
            if (part == Placeholder.VALUE) {
                return Placeholder.VALUE;
            }
            if (part instanceof Deferred) {
                if (!plain.isEmpty()) {
                    flat.add(plain.toString());
                    plain.setLength(0);
                }
                if (part instanceof TemplateValue template) {
                    flat.addAll(template.parts);
                } else {
                    flat.add(part);
                }
            } else {
                plain.append(part);
            }
        }
        if (flat.isEmpty()) {
            return plain.toString();
        }
        if (!plain.isEmpty()) {
            flat.add(plain.toString());
        }
        return new TemplateValue(flat);
    }

    /** Strings and deferred values. */
    public List<Object> parts() {
        return parts;
    }

    @Override
    public boolean mayDecide() {
        return parts().stream().noneMatch(part -> part instanceof Deferred deferred && !deferred.mayDecide());
    }

    @Override
    public @Nullable Object decided(Deferred whole, String use, @Nullable SourceRange where) {
        return parts().stream()
                .filter(Deferred.class::isInstance)
                .map(Deferred.class::cast)
                .findFirst()
                .orElseThrow()
                .decided(whole, use, where);
    }

    @Override
    public String display() {
        return parts.stream()
                .map(part -> part instanceof Deferred deferred ? "${" + deferred.display() + "}" : (String) part)
                .collect(Collectors.joining("", "\"", "\""));
    }
}
