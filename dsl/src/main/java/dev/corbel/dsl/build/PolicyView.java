package dev.corbel.dsl.build;

import dev.corbel.dsl.model.PolicyCode;
import dev.corbel.dsl.program.Deferred;
import dev.corbel.dsl.program.Placeholder;
import dev.corbel.dsl.program.Problem;
import dev.corbel.dsl.scope.PlainValues;
import dev.corbel.providers.api.diagnostic.SourceRange;
import dev.corbel.providers.api.diagnostic.Suggestion;
import dev.corbel.providers.api.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A thing that the code of a policy looks at. Reading what is not known yet ends the code. */
final class PolicyView extends Deferred {
    private static final String KNOWN = "known";

    private final PolicyCode.View view;
    private final Consumer<String> unknown;

    /** @param unknown gets the name of an attribute that is not known, before the code ends */
    PolicyView(PolicyCode.View view, Consumer<String> unknown) {
        this.view = view;
        this.unknown = unknown;
    }

    @Override
    public String display() {
        return view.title();
    }

    @Override
    public @Nullable Object property(String name, boolean soft, SourceRange range) {
        Supplier<Object> part = view.parts().get(name);
        return part == null ? index(name, soft, range) : part(name, part.get());
    }

    /** An attribute, even where a part has its name. */
    @Override
    public @Nullable Object index(Object key, boolean soft, SourceRange range) {
        String name = String.valueOf(key);
        Value value = view.attributes().get(name);
        if (value == null && soft) {
            return null;
        }
        if (value == null) {
            Set<String> names = new TreeSet<>(view.attributes().keySet());
            names.addAll(view.parts().keySet());
            throw Problem.error(
                    view.title() + " has no attribute \"" + name + "\"",
                    "",
                    Suggestion.didYouMean(name, names).orElse("Where it may have none, write ?." + name + "."),
                    range);
        }
        return plain(name, value);
    }

    private @Nullable Object part(String name, Object part) {
        if (part instanceof PolicyCode.View inner) {
            return new PolicyView(inner, unknown);
        }
        if (part instanceof List<?> many) {
            List<@Nullable Object> elements = new ArrayList<>();
            many.forEach(element -> elements.add(part(name, element)));
            return elements;
        }
        return part instanceof Value value ? plain(name, value) : part;
    }

    private @Nullable Object plain(String name, Value value) {
        if (value.isUnknown()) {
            unknown.accept(name);
            throw Placeholder.skip();
        }
        if (!value.isWhollyKnown()) {
            unknown.accept(name);
        }
        return PlainValues.late(value, view.title() + "." + name);
    }

    /** {@code known('name')} tells whether an attribute has a value already, in all its parts. */
    @Override
    public @Nullable Object call(String method, @Nullable Object[] arguments, SourceRange range) {
        if (!method.equals(KNOWN)) {
            throw Problem.error(
                    view.title() + " has no method \"" + method + "\"",
                    "It has known('ATTRIBUTE').",
                    Suggestion.didYouMean(method, Set.of(KNOWN)).orElse(null),
                    range);
        }
        if (arguments.length != 1 || !(arguments[0] instanceof String name)) {
            throw Problem.error("\"known\" takes the name of an attribute", "", "Write known('tags').", range);
        }
        return Optional.ofNullable(view.attributes().get(name))
                .map(Value::isWhollyKnown)
                .orElse(true);
    }
}
