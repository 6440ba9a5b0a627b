package dev.corbel.providers.kit.attribute;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import java.util.List;
import java.util.stream.IntStream;

/** Compares an object with its plan, so that a wait for changes to show everywhere can end. */
public final class PlanMatch {
    private PlanMatch() {}

    /** Tests that every known planned value is there; an unknown one may be anything. */
    public static boolean matches(ObjectState object, MapValue planned) {
        return agree(planned.fullyUnmarked(), object.attributes().fullyUnmarked());
    }

    private static boolean agree(Value planned, Value actual) {
        if (planned.isUnknown()) {
            return true;
        }
        if (planned.isWhollyKnown()) {
            return planned.equals(actual);
        }
        if (planned instanceof MapValue map && actual instanceof MapValue other) {
            return map.entries().keySet().stream().allMatch(name -> agree(map.get(name), other.get(name)));
        }
        if (planned instanceof ListValue list && actual instanceof ListValue other) {
            List<Value> elements = list.elements();
            return elements.size() == other.elements().size()
                    && IntStream.range(0, elements.size())
                            .allMatch(
                                    i -> agree(elements.get(i), other.elements().get(i)));
        }
        return false;
    }
}
