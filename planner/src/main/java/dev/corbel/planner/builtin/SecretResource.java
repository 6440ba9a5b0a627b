package dev.corbel.planner.builtin;

import static dev.corbel.planner.secret.GeneratedSecret.GENERATION;
import static dev.corbel.planner.secret.GeneratedSecret.LENGTH;
import static dev.corbel.planner.secret.GeneratedSecret.MADE_AT;
import static dev.corbel.planner.secret.GeneratedSecret.REASON;
import static dev.corbel.planner.secret.GeneratedSecret.ROTATION_DAYS;
import static dev.corbel.planner.secret.GeneratedSecret.VALUE;

import dev.corbel.planner.secret.GeneratedSecret;
import dev.corbel.providers.api.TypeGuide;
import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.schema.Validation;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import java.util.List;
import java.util.Set;

/**
 * {@code corbel_secret}: a random text that exists only while an apply runs. State has its generation alone. The planner
 * decides when it is made anew, since that depends on those who take it.
 */
final class SecretResource extends StateOnlyType {
    static final String NAME = GeneratedSecret.NAME;
    private static final String TRIGGERS = "triggers";
    private static final List<String> DECIDED = List.of(GENERATION, MADE_AT, REASON);

    private static final Schema SCHEMA = Schema.builder()
            .attribute(Attribute.optional(LENGTH, Type.NUMBER)
                    .defaultsTo(Value.of(32))
                    .validatedBy(Validation.between(16, 128))
                    .describedAs("The number of characters: letters and digits. Another one makes the value anew."))
            .attribute(Attribute.optional(TRIGGERS, Type.ANY)
                    .describedAs("Any value; when it changes, the secret is made anew."))
            .attribute(Attribute.optional(ROTATION_DAYS, Type.NUMBER)
                    .validatedBy(Validation.between(1, 3650))
                    .describedAs("The age in days from which on a plan makes the secret anew."))
            .attribute(Attribute.computed("id", Type.STRING).describedAs("A random id, new with each object."))
            .attribute(Attribute.computed(GENERATION, Type.NUMBER)
                    .describedAs("Tells values apart: one more each time that the secret is made anew. The first one"
                            + " is the time of its plan, in seconds since 1970."))
            .attribute(Attribute.computed(MADE_AT, Type.STRING)
                    .describedAs("The time of the plan that made the value, in UTC."))
            .attribute(Attribute.computed(REASON, Type.STRING).describedAs("Why the secret was made anew last."))
            .attribute(Attribute.computed(VALUE, Type.STRING)
                    .sensitive()
                    .describedAs("The value, for write-only attributes alone. It is not kept: nobody can read it"
                            + " again."))
            .build();

    SecretResource() {
        super(NAME, SCHEMA);
    }

    @Override
    public PlannedObject plan(PlanRequest request) {
        MapValue planned = request.proposed().with(VALUE, Value.ofNull());
        boolean same = request.prior() instanceof MapValue prior
                && prior.get(LENGTH).equals(planned.get(LENGTH))
                && prior.get(TRIGGERS).equals(planned.get(TRIGGERS));
        if (!same) {
            for (String name : DECIDED) {
                planned = planned.with(name, Value.unknown());
            }
        }
        return new PlannedObject(planned, Set.of());
    }

    @Override
    MapValue stored(MapValue planned) {
        return planned;
    }

    @Override
    public TypeGuide guide() {
        return new TypeGuide(
                "a random text that only write-only attributes get and nobody keeps; nothing stands behind it",
                "",
                "",
                "");
    }
}
