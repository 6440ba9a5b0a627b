package dev.corbel.providers.simulator;

import dev.corbel.providers.api.ResourceType.PlanRequest;
import dev.corbel.providers.api.ResourceType.PlannedObject;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import java.util.List;
import java.util.Set;

/** Plans a {@code sim_object}: the computed attributes that a change will alter become unknown. */
final class SimObjectPlan {
    private static final List<String> CONFIGURABLE = List.of(
            SimObjectSchema.NAME,
            SimObjectSchema.VALUE,
            SimObjectSchema.FIXED,
            SimObjectSchema.DELETION_PROTECTION,
            SimObjectSchema.STORES,
            SimObjectSchema.REGION,
            SimObjectSchema.PASSWORD_VERSION,
            SimObjectSchema.IDENTITY);

    private SimObjectPlan() {}

    static PlannedObject of(PlanRequest request) {
        MapValue planned = request.proposed();
        DesiredAttributes desired = new DesiredAttributes(planned);
        if (!(request.prior().unmarked() instanceof MapValue prior)) {
            planned = planned.with(SimObjectSchema.ID, Value.unknown())
                    .with(SimObjectSchema.REVISION, Value.unknown())
                    .with(SimObjectSchema.CHECKSUM, Value.unknown());
            return new PlannedObject(planned, Set.of());
        }
        DesiredAttributes before = new DesiredAttributes(prior);
        if (CONFIGURABLE.stream().anyMatch(name -> desired.changes(name, before))) {
            planned = planned.with(SimObjectSchema.REVISION, Value.unknown());
            if (desired.changes(SimObjectSchema.VALUE, before)) {
                planned = planned.with(SimObjectSchema.CHECKSUM, Value.unknown());
            }
        }
        return new PlannedObject(planned, Set.of());
    }
}
