package dev.corbel.planner.secret;

import dev.corbel.planner.object.PlannedObject;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The generation of a secret as a plan decides it: not by its own configuration alone, but by who needs its value. */
public final class DecidedGeneration {
    private DecidedGeneration() {}

    /** The planned secret, made anew. */
    public static PlannedObject made(PlannedObject planned, long generation, Instant now, String reason) {
        return with(
                planned,
                Value.of(generation),
                Value.of(now.truncatedTo(ChronoUnit.SECONDS).toString()),
                Value.of(reason));
    }

    /** The object as it was planned once more, with what the plan had decided where it is a secret. */
    public static PlannedObject asPromised(Address address, PlannedObject planned, MapValue promised) {
        return GeneratedSecret.is(address)
                ? with(
                        planned,
                        promised.get(GeneratedSecret.GENERATION),
                        promised.get(GeneratedSecret.MADE_AT),
                        promised.get(GeneratedSecret.REASON))
                : planned;
    }

    private static PlannedObject with(PlannedObject planned, Value generation, Value madeAt, Value reason) {
        return new PlannedObject(
                planned.configuration(),
                with(planned.attributes(), generation, madeAt, reason),
                with(planned.request(), generation, madeAt, reason),
                planned.replacePaths());
    }

    private static MapValue with(MapValue secret, Value generation, Value madeAt, Value reason) {
        return secret.with(GeneratedSecret.GENERATION, generation)
                .with(GeneratedSecret.MADE_AT, madeAt)
                .with(GeneratedSecret.REASON, reason);
    }
}
