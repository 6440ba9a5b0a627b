package dev.corbel.planner.object;

import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.api.value.ValuePath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lets a configuration say what the prior object has, wherever {@code ignoreChanges} points. */
public final class IgnoredChanges {
    private IgnoredChanges() {}

    /** The configuration with what the object has at these paths; the root stands for all that can be configured. */
    public static MapValue apply(List<ValuePath> ignored, Schema schema, MapValue prior, MapValue configuration) {
        MapValue result = configuration;
        for (ValuePath path : ignored) {
            result = path.isRoot() ? everything(schema, prior, result) : below(result, prior, path.steps());
        }
        return result;
    }

    private static MapValue everything(Schema schema, MapValue prior, MapValue configuration) {
        Map<String, Value> held = new LinkedHashMap<>();
        for (Attribute attribute : schema.attributes().values()) {
            boolean stored = attribute.isConfigurable() && !attribute.isWriteOnly();
            held.put(attribute.name(), (stored ? prior : configuration).get(attribute.name()));
        }
        for (String block : schema.blocks().keySet()) {
            held.put(block, prior.get(block));
        }
        return Value.map(held);
    }

    private static MapValue below(MapValue configured, Value prior, List<ValuePath.Step> steps) {
        if (!(steps.get(0) instanceof ValuePath.Name step)) {
            return configured;
        }
        Map<String, Value> changed = new LinkedHashMap<>(configured.entries());
        MapValue old = prior.unmarked() instanceof MapValue map ? map : MapValue.EMPTY;
        if (steps.size() > 1) {
            Value inner = configured.get(step.name());
            changed.put(step.name(), inside(inner, old.get(step.name()), steps.subList(1, steps.size())));
        } else if (old.entries().containsKey(step.name())) {
            changed.put(step.name(), old.get(step.name()));
        } else {
            changed.remove(step.name());
        }
        return new MapValue(changed);
    }

    private static Value inside(Value configured, Value prior, List<ValuePath.Step> steps) {
        Value bare = configured.unmarked();
        Value result = configured;
        if (steps.get(0) instanceof ValuePath.Index index
                && (bare instanceof MapValue || prior.unmarked() instanceof MapValue)) {
            // Of what type a value is, its schema may leave open: there the digits are a key.
            List<ValuePath.Step> named = new ArrayList<>(steps);
            named.set(0, new ValuePath.Name(Integer.toString(index.index())));
            return inside(configured, prior, named);
        }
        if (steps.get(0) instanceof ValuePath.Index index) {
            result =
                    bare instanceof ListValue list ? element(list, prior.unmarked(), index.index(), steps) : configured;
        } else if (bare instanceof MapValue map) {
            result = below(map, prior, steps);
        } else if (bare.isNull() && prior.unmarked() instanceof MapValue) {
            MapValue only = below(MapValue.EMPTY, prior, steps);
            result = only.entries().isEmpty() ? configured : only;
        }
        return configured == bare || result == configured ? result : Value.sensitive(result);
    }

    private static Value element(ListValue list, Value prior, int index, List<ValuePath.Step> steps) {
        if (!(prior instanceof ListValue old)
                || index >= list.elements().size()
                || index >= old.elements().size()) {
            return list;
        }
        List<Value> changed = new ArrayList<>(list.elements());
        Value before = old.elements().get(index);
        changed.set(
                index, steps.size() == 1 ? before : inside(changed.get(index), before, steps.subList(1, steps.size())));
        return new ListValue(changed);
    }
}
