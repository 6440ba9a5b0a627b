package dev.corbel.state.json;

import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.SensitiveValue;
import dev.corbel.providers.api.value.UnknownValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.api.value.ValuePath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The sensitive and the unknown parts of a value, by their paths. */
record Marks(List<ValuePath> sensitive, List<ValuePath> unknown) {

    static Marks of(Value value) {
        Marks marks = new Marks(new ArrayList<>(), new ArrayList<>());
        marks.collect(value, new ArrayList<>());
        return marks;
    }

    private void collect(Value value, List<ValuePath.Step> path) {
        if (value instanceof SensitiveValue) {
            sensitive.add(new ValuePath(path));
        }
        Value bare = value.unmarked();
        if (bare instanceof UnknownValue) {
            unknown.add(new ValuePath(path));
        } else if (bare instanceof MapValue map) {
            map.entries().forEach((name, entry) -> collectBelow(entry, new ValuePath.Name(name), path));
        } else if (bare instanceof ListValue list) {
            for (int i = 0; i < list.elements().size(); i++) {
                collectBelow(list.elements().get(i), new ValuePath.Index(i), path);
            }
        }
    }

    // Most values hold nothing inside; they need no step.
    private void collectBelow(Value value, ValuePath.Step step, List<ValuePath.Step> path) {
        if (value instanceof SensitiveValue
                || value instanceof UnknownValue
                || value instanceof MapValue
                || value instanceof ListValue) {
            path.add(step);
            collect(value, path);
            path.remove(path.size() - 1);
        }
    }

    /** The value with something else at each path; a path that leads nowhere changes nothing. */
    static Value set(Value value, List<ValuePath> paths, Value replacement) {
        return change(value, paths, old -> replacement);
    }

    static Value change(Value value, List<ValuePath> paths, UnaryOperator<Value> change) {
        return paths.isEmpty() ? value : change(value, paths, 0, change);
    }

    private static Value change(Value value, List<ValuePath> paths, int depth, UnaryOperator<Value> change) {
        Map<ValuePath.Step, List<ValuePath>> below = new LinkedHashMap<>();
        for (ValuePath path : paths) {
            if (path.steps().size() == depth) {
                return change.apply(value);
            }
            below.computeIfAbsent(path.steps().get(depth), step -> new ArrayList<>())
                    .add(path);
        }
        Value bare = value.unmarked();
        Value changed = bare;
        if (bare instanceof MapValue map) {
            Map<String, Value> entries = new LinkedHashMap<>(map.entries());
            below.forEach((step, rest) -> {
                if (step instanceof ValuePath.Name name) {
                    entries.computeIfPresent(name.name(), (key, entry) -> change(entry, rest, depth + 1, change));
                }
            });
            changed = new MapValue(entries);
        } else if (bare instanceof ListValue list) {
            List<Value> elements = new ArrayList<>(list.elements());
            below.forEach((step, rest) -> {
                if (step instanceof ValuePath.Index at && at.index() >= 0 && at.index() < elements.size()) {
                    elements.set(at.index(), change(elements.get(at.index()), rest, depth + 1, change));
                }
            });
            changed = new ListValue(elements);
        }
        return value instanceof SensitiveValue ? Value.sensitive(changed) : changed;
    }
}
