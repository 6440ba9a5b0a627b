package dev.corbel.planner.planning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.planner.testing.StateBuilder;
import dev.corbel.providers.api.value.Value;
import org.junit.jupiter.api.Test;

/** Creation, update, deletion, replacement and no change at all. */
class BasicPlanTest extends PlannedFixture {

    @Test
    void createsWhatStateDoesNotHaveInTheOrderOfNeed() {
        given.resource("corbel_data.b").with("input", "corbel_data.a", "id");
        given.resource("corbel_data.a").with("input", "x");

        assertThat(planned()).isEqualTo("""
                create corbel_data.a
                    input = x
                    id = (known after apply)
                    output = (known after apply)
                create corbel_data.b
                    input = (known after apply)
                    id = (known after apply)
                    output = (known after apply)
                0. create corbel_data.a
                1. create corbel_data.b after [0]
                """);
    }

    @Test
    void updatesInPlaceAndCarriesTheUnknownOn() {
        given.resource("corbel_data.a").with("input", "new");
        given.resource("corbel_data.b").with("input", "corbel_data.a", "output");
        given.state.data("corbel_data.a", "old").data("corbel_data.b", "old", "corbel_data.a");

        assertThat(planned()).isEqualTo("""
                update corbel_data.a
                    input: old → new
                    output: old → (known after apply)
                update corbel_data.b
                    input: old → (known after apply)
                    output: old → (known after apply)
                0. update corbel_data.a
                1. update corbel_data.b after [0]
                """);
    }

    @Test
    void deletesWhatIsNoLongerDeclaredInTheOrderOfState() {
        given.state.data("corbel_data.a", "x").data("corbel_data.b", "x", "corbel_data.a");

        assertThat(planned()).isEqualTo("""
                delete corbel_data.a # delete_because_no_resource_config
                delete corbel_data.b # delete_because_no_resource_config
                0. delete corbel_data.b
                1. delete corbel_data.a after [0]
                """);
    }

    @Test
    void replacesForAnImmutableAttributeAndSaysWhich() {
        given.resource("corbel_data.a").with("input", "x").with("triggers_replace", "2");
        given.state.put(
                "corbel_data.a",
                StateBuilder.object("corbel_data.a", StateBuilder.data("old-id", Value.of("x"), Value.of("1"))));

        assertThat(planned()).isEqualTo("""
                replace_delete_first corbel_data.a # replace_because_cannot_update [triggers_replace]
                    triggers_replace: 1 → 2
                    id: old-id → (known after apply)
                    output: x → (known after apply)
                0. delete corbel_data.a
                1. create corbel_data.a after [0]
                """);
    }

    @Test
    void changesNothingWhereNothingDiffers() {
        given.resource("corbel_data.a").with("input", "x");
        given.state.data("corbel_data.a", "x");

        assertThat(planned()).isEqualTo("no_op corbel_data.a\n");
        assertThat(plan(options(dev.corbel.planner.plan.PlanMode.NORMAL)).hasChanges())
                .isFalse();
    }
}
