package dev.corbel.cli.view.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.cli.testing.SamplePlan;
import dev.corbel.planner.plan.Action;
import dev.corbel.planner.plan.ActionReason;
import dev.corbel.planner.plan.Plan;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AlikeChangesTest {
    private static final Address OBJECT = Address.resource("sim_object", "o");

    private static List<AlikeChanges> alike(Plan plan) {
        return PlanOutline.of(plan.changes()).stream()
                .flatMap(group -> AlikeChanges.of(group.changes()).stream())
                .toList();
    }

    private static List<Optional<String>> more(Plan plan) {
        return alike(plan).stream()
                .map(AlikeChanges::more)
                .filter(Optional::isPresent)
                .toList();
    }

    private static Plan creations(int count, String special) {
        SamplePlan plan = new SamplePlan();
        for (int i = 0; i < count; i++) {
            Value object = SamplePlan.object(Map.of(
                    "id", Value.unknown(),
                    "name", SamplePlan.text("queue-o" + i + "-eu"),
                    "value", SamplePlan.text(i == 7 ? special : "same")));
            plan.change(OBJECT.withKey("o" + i), Action.CREATE, Value.ofNull(), object);
        }
        return plan.build();
    }

    @Test
    void manyInstancesThatDifferInTheirKeyAreCounted() {
        assertThat(more(creations(300, "same"))).containsExactly(Optional.of("298 more alike: [\"o2\"] to [\"o299\"]"));
        assertThat(alike(creations(300, "same"))).hasSize(1);
    }

    @Test
    void fewAreShown() {
        assertThat(more(creations(4, "same"))).isEmpty();
        assertThat(more(creations(5, "same"))).containsExactly(Optional.of("3 more alike: [\"o2\"] to [\"o4\"]"));
    }

    @Test
    void oneThatIsDifferentIsShown() {
        List<AlikeChanges> alike = alike(creations(10, "other"));
        assertThat(alike).hasSize(2);
        assertThat(alike.get(1).shown())
                .extracting(change -> change.address().last().key())
                .containsExactly("o7");
    }

    @Test
    void aValueThatOnlyContainsTheKeyIsDifferent() {
        SamplePlan plan = new SamplePlan();
        for (int i = 1; i <= 6; i++) {
            plan.change(
                    OBJECT.withKey("" + i),
                    Action.CREATE,
                    Value.ofNull(),
                    SamplePlan.object(Map.of("size", Value.of(10 + i))));
        }
        assertThat(more(plan.build())).isEmpty();
    }

    @Test
    void deletionsAreAlikeWhateverGoes() {
        SamplePlan plan = new SamplePlan();
        for (int i = 0; i < 6; i++) {
            plan.delete(
                    OBJECT.withKey("o" + i),
                    i == 0 ? ActionReason.DELETE_BECAUSE_NO_MODULE : ActionReason.DELETE_BECAUSE_EACH_KEY,
                    SamplePlan.object(Map.of("id", SamplePlan.text("id-" + i * 17))));
        }
        assertThat(more(plan.build())).containsExactly(Optional.of("3 more alike: [\"o3\"] to [\"o5\"]"));
    }
}
