package dev.corbel.planner.builtin;

import dev.corbel.dsl.placement.RecordedPlacements;
import dev.corbel.providers.api.TypeGuide;
import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.value.MapValue;

/** {@code corbel_placement}: keeps the hosts that the parts of an app stand on, so that they stay there. */
final class PlacementResource extends StateOnlyType {
    static final String NAME = RecordedPlacements.TYPE;

    private static final Schema SCHEMA = Schema.builder()
            .attribute(Attribute.required(RecordedPlacements.HOSTS, Type.map(Type.list(Type.STRING)))
                    .describedAs("The hosts of each part of the app, in order."))
            .attribute(Attribute.computed("id", Type.STRING).describedAs("A random id, new with each object."))
            .build();

    PlacementResource() {
        super(NAME, SCHEMA);
    }

    @Override
    MapValue stored(MapValue planned) {
        return planned;
    }

    @Override
    public TypeGuide guide() {
        return new TypeGuide(
                "the hosts that the parts of an app stand on; apps in regions with hosts have it by themselves",
                "",
                "",
                "");
    }
}
