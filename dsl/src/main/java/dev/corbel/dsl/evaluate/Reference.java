package dev.corbel.dsl.evaluate;

import dev.corbel.dsl.program.Code;
import dev.corbel.dsl.program.Deferred;
import dev.corbel.dsl.program.MappedValue;
import dev.corbel.providers.api.diagnostic.SourceRange;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A reference as it is written: a name, and steps from there. What it means is found out when everything is declared.
 */
final class Reference extends Deferred {
    private final Space space;
    private final List<Object> steps;
    private final SourceRange range;

    /** {@code [key]}: a key of an instance or map, or a position. */
    record KeyStep(Object key) {}

    /** {@code *.}: what follows is taken of each. */
    record EachStep(String name) {}

    /** @param steps names as strings, {@link KeyStep}s and {@link EachStep}s; the first is a name */
    Reference(Space space, List<Object> steps, SourceRange range) {
        this.space = space;
        this.steps = steps;
        this.range = range;
    }

    Space space() {
        return space;
    }

    List<Object> steps() {
        return steps;
    }

    SourceRange range() {
        return range;
    }

    private Reference then(Object step, SourceRange where) {
        List<Object> longer = new ArrayList<>(steps.size() + 1);
        longer.addAll(steps);
        longer.add(step);
        return new Reference(space, longer, where);
    }

    @Override
    public String display() {
        return display(steps);
    }

    static String display(List<Object> steps) {
        StringBuilder text = new StringBuilder();
        for (Object step : steps) {
            if (step instanceof KeyStep key) {
                text.append('[')
                        .append(key.key() instanceof Number ? key.key() : "'" + key.key() + "'")
                        .append(']');
            } else if (step instanceof EachStep each) {
                text.append("*.").append(each.name());
            } else {
                text.append(text.isEmpty() ? "" : ".").append(step);
            }
        }
        return text.toString();
    }

    @Override
    public @Nullable Object property(String name, SourceRange where) {
        Object known = ComponentView.read(space, steps, name);
        return known == ComponentView.LATER ? then(name, where) : known;
    }

    @Override
    public Object spread(String name, SourceRange where) {
        return then(new EachStep(name), where);
    }

    @Override
    public Object index(Object key, SourceRange where) {
        return then(new KeyStep(key), where);
    }

    @Override
    public @Nullable Object call(String method, @Nullable Object[] arguments, SourceRange where) {
        if (method.equals("map") && arguments.length == 1 && arguments[0] instanceof Code closure) {
            return new MappedValue(this, closure, where);
        }
        if (steps.size() == 1) {
            Object answer = ComponentView.ask(space, (String) steps.get(0), method, arguments, where);
            if (answer != ComponentView.LATER) {
                return answer;
            }
        }
        return super.call(method, arguments, where);
    }
}
