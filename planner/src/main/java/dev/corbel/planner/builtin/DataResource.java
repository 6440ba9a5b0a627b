package dev.corbel.planner.builtin;

import dev.corbel.providers.api.TypeGuide;
import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import java.util.Set;

/** {@code corbel_data}: keeps a value. */
final class DataResource extends StateOnlyType {
    static final String NAME = "corbel_data";

    private static final Schema SCHEMA = Schema.builder()
            .attribute(Attribute.optional("input", Type.ANY).describedAs("Any value; it can change in place."))
            .attribute(Attribute.optional("triggers_replace", Type.ANY)
                    .immutable()
                    .describedAs("Any value; when it changes, the object is replaced."))
            .attribute(Attribute.computed("id", Type.STRING).describedAs("A random id, new with each object."))
            .attribute(Attribute.computed("output", Type.ANY)
                    .derivedFrom("input")
                    .describedAs("The input, once it has been applied."))
            .build();

    DataResource() {
        super(NAME, SCHEMA);
    }

    @Override
    public PlannedObject plan(PlanRequest request) {
        Value input = request.proposed().get("input");
        boolean same =
                request.prior() instanceof MapValue prior && prior.get("input").equals(input);
        if (same) {
            return new PlannedObject(request.proposed(), Set.of());
        }
        Value output = input.isNull() ? input : Value.unknown();
        return new PlannedObject(request.proposed().with("output", output), Set.of());
    }

    @Override
    MapValue stored(MapValue planned) {
        return planned.with("output", planned.get("input"));
    }

    @Override
    public TypeGuide guide() {
        return new TypeGuide("a value that state keeps; nothing stands behind it", "", "", "");
    }
}
