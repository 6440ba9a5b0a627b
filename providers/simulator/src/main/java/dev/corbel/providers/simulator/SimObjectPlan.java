package dev.corbel.providers.simulator;

import dev.corbel.providers.api.ResourceType.PlanRequest;
import dev.corbel.providers.api.ResourceType.PlannedObject;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import java.util.List;
import java.util.Set;

/** Which computed attributes of a {@code sim_object} a change will alter. */
final class SimObjectPlan {
    private static final List<String> CONFIGURABLE = List.of(
            SimObjectSchema.NAME,
            SimObjectSchema.VALUE,
            SimObjectSchema.FIXED,
            SimObjectSchema.DELETION_PROTECTION,
            SimObjectSchema.IDENTITY);

    private SimObjectPlan() {}

    static PlannedObject of(PlanRequest request) {
        MapValue planned = request.proposed();
        if (!(request.prior().unmarked() instanceof MapValue prior)) {
            planned = planned.with(SimObjectSchema.ID, Value.unknown())
                    .with(SimObjectSchema.REVISION, Value.unknown())
                    .with(SimObjectSchema.CHECKSUM, Value.unknown());
        } else if (CONFIGURABLE.stream().anyMatch(name -> changes(name, prior, request.proposed()))) {
            planned = planned.with(SimObjectSchema.REVISION, Value.unknown());
            if (changes(SimObjectSchema.VALUE, prior, request.proposed())) {
                planned = planned.with(SimObjectSchema.CHECKSUM, Value.unknown());
            }
        }
        return new PlannedObject(planned, Set.of());
    }

    private static boolean changes(String name, MapValue prior, MapValue proposed) {
        return !prior.get(name).fullyUnmarked().equals(proposed.get(name).fullyUnmarked());
    }
}
