package dev.corbel.planner.planning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.planner.PlanOptions;
import dev.corbel.planner.plan.Plan;
import dev.corbel.planner.plan.PlanMode;
import dev.corbel.planner.plan.ResourceChange;
import dev.corbel.planner.testing.FakeType;
import dev.corbel.planner.testing.Fixture;
import dev.corbel.planner.testing.StateBuilder;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When a generated secret is made anew, and who gets it then. */
class SecretsOfPlanTest extends PlannedFixture {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final String SECRET = "corbel_secret.s";

    @BeforeEach
    void oneWhoTakesIt() {
        taker("a");
        stored("a", 7);
    }

    private static MapValue secret(int generation, int days) {
        Map<String, Value> attributes = new LinkedHashMap<>();
        attributes.put("length", Value.of(32));
        attributes.put("triggers", Value.ofNull());
        attributes.put("rotation_days", Value.of(days));
        attributes.put("id", Value.of("id"));
        attributes.put("generation", Value.of(generation));
        attributes.put("made_at", Value.of("2026-01-30T12:00:00Z"));
        attributes.put("reason", Value.of("it is new"));
        attributes.put("value", Value.ofNull());
        return Value.map(attributes);
    }

    private void taker(String name) {
        given.resource("fake_object." + name)
                .with("password", Fixture.reference(SECRET, "value"))
                .with("value", Fixture.reference(SECRET, "generation"));
    }

    private void stored(String name, int generation) {
        MapValue object = FakeType.object(Map.of("id", Value.of(name), "value", Value.of(generation)));
        given.fake.reality.put(name, object);
        given.state.put("fake_object." + name, StateBuilder.object("fake_object." + name, object, SECRET));
    }

    /** A plan of today, 30 days after the secret was made. */
    private Plan rotatedAfter(int days) {
        given.state.put(SECRET, StateBuilder.object(SECRET, secret(7, days)));
        given.resource(SECRET).with("rotation_days", Value.of(days));
        return plan(PlanOptions.of(PlanMode.NORMAL).withClock(() -> NOW));
    }

    private static String change(Plan plan, String address) {
        ResourceChange change = plan.changes().stream()
                .filter(one -> one.address().toString().equals(address))
                .findFirst()
                .orElseThrow();
        MapValue after = (MapValue) change.after();
        return change.action() + " " + after.get("generation") + " " + after.get("reason") + " " + after.get("value");
    }

    @Test
    void aYoungOneStays() {
        assertThat(change(rotatedAfter(31), SECRET)).isEqualTo("NO_OP 7 it is new null");
    }

    @Test
    void anOldOneIsMadeAnewForAllThatTakeIt() {
        Plan plan = rotatedAfter(30);

        assertThat(change(plan, SECRET)).isEqualTo("UPDATE 8 it is 30 days old null");
        assertThat(change(plan, "fake_object.a")).startsWith("UPDATE ").endsWith(" 8");
    }

    @Test
    void eachObjectIsReadOnceThoughThePlanIsMadeTwice() {
        taker("b");

        Plan plan = rotatedAfter(31);

        assertThat(change(plan, SECRET)).isEqualTo("UPDATE 8 fake_object.b is created null");
        assertThat(change(plan, "fake_object.a")).startsWith("UPDATE ");
        assertThat(given.fake.reads()).hasSize(1);
        assertThat(plan.diagnostics()).isEmpty();
    }

    @Test
    void whoWasLeftBehindByAKilledApplyGetsTheNextOneWithTheOthers() {
        taker("b");
        stored("b", 6);

        Plan plan = rotatedAfter(31);

        assertThat(change(plan, SECRET)).isEqualTo("UPDATE 8 fake_object.b is to get another one null");
        assertThat(change(plan, "fake_object.a")).startsWith("UPDATE ").endsWith(" 8");
        assertThat(change(plan, "fake_object.b")).startsWith("UPDATE ").endsWith(" 8");
    }

    @Test
    void theFirstGenerationIsNoneThatAnybodyMayHave() {
        given.resource("corbel_secret.t");
        given.resource(SECRET);
        Plan plan = plan(PlanOptions.of(PlanMode.NORMAL).withClock(() -> NOW));

        assertThat(change(plan, "corbel_secret.t")).isEqualTo("CREATE " + NOW.getEpochSecond() + " it is new null");
    }
}
