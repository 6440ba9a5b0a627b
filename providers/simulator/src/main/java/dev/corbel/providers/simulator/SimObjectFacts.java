package dev.corbel.providers.simulator;

import dev.corbel.providers.api.fact.Answer;
import dev.corbel.providers.api.fact.DataKind;
import dev.corbel.providers.api.fact.Fact;
import dev.corbel.providers.api.fact.Topic;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.api.value.ValuePath;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The facts of a {@code sim_object} that stands for data. Others have none. */
final class SimObjectFacts {
    private SimObjectFacts() {}

    static boolean isPrimary(MapValue attributes) {
        return attributes
                .text(SimObjectSchema.STORES)
                .flatMap(SimObjectFacts::kind)
                .equals(Optional.of(DataKind.PRIMARY));
    }

    static List<Fact> of(MapValue attributes) {
        Value stores = attributes.get(SimObjectSchema.STORES);
        if (stores.isUnknown()) {
            // It may be primary data, and be anywhere, until that is known.
            return List.of(new Fact.Stores(
                    DataKind.PRIMARY, Optional.of(Value.unknown()), ValuePath.of(SimObjectSchema.STORES)));
        }
        return attributes.text(SimObjectSchema.STORES).flatMap(SimObjectFacts::kind).stream()
                .flatMap(kind -> kind == DataKind.PRIMARY
                        ? Stream.of(stored(kind, attributes), protection(attributes), new Fact.Owned("object"))
                        : Stream.of(stored(kind, attributes)))
                .toList();
    }

    private static Optional<DataKind> kind(String text) {
        return Stream.of(DataKind.PRIMARY, DataKind.REPLICA, DataKind.BACKUP, DataKind.LOG)
                .filter(kind -> kind.text().equals(text))
                .findFirst();
    }

    private static Fact stored(DataKind kind, MapValue attributes) {
        Value region = attributes.get(SimObjectSchema.REGION).unmarked();
        return region.isNull()
                ? Fact.Stores.here(kind)
                : new Fact.Stores(kind, Optional.of(region), ValuePath.of(SimObjectSchema.REGION));
    }

    private static Fact protection(MapValue attributes) {
        return new Fact.Claim(
                Topic.DELETION_PROTECTION,
                Answer.of(attributes.get(SimObjectSchema.DELETION_PROTECTION)),
                "has no deletion protection",
                ValuePath.of(SimObjectSchema.DELETION_PROTECTION));
    }
}
