package dev.corbel.providers.kit.attribute;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;

/** Attributes that change by themselves at any time: after an update they are as planned until the next read. */
public final class VolatileAttribute {
    private VolatileAttribute() {}

    /** The object with the planned value of an attribute, where that is known. */
    public static ObjectState asPlanned(ObjectState object, MapValue planned, String name) {
        Value value = planned.get(name);
        return value.isWhollyKnown()
                ? new ObjectState(object.attributes().with(name, value), object.privateData())
                : object;
    }
}
