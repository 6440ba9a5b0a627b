package dev.corbel.planner.planning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.planner.testing.StateBuilder;
import dev.corbel.providers.api.value.Value;
import dev.corbel.state.model.StateObject;
import org.junit.jupiter.api.Test;

/** The order of deletions and replacements. */
class OrderOfPlanTest extends PlannedFixture {

    private static StateObject replaceable(String address, String... uses) {
        return StateBuilder.object(address, StateBuilder.data("id-" + address, Value.of("old"), Value.of("1")), uses);
    }

    @Test
    void aDeletionComesBeforeTheUpdateAndTheReplacementOfWhatWasUsed() {
        given.resource("corbel_data.updated").with("input", "new");
        given.resource("corbel_data.replaced").with("triggers_replace", "2");
        given.state
                .data("corbel_data.updated", "old")
                .put("corbel_data.replaced", replaceable("corbel_data.replaced"))
                .data("corbel_data.gone", "x", "corbel_data.updated", "corbel_data.replaced");

        assertThat(planned()).endsWith("""
                0. delete corbel_data.gone
                1. delete corbel_data.replaced after [0]
                2. update corbel_data.updated after [0]
                3. create corbel_data.replaced after [1]
                """);
    }

    @Test
    void deleteFirstReplacementsGoBackwardsAndComeForwards() {
        given.resource("corbel_data.a").with("triggers_replace", "2");
        given.resource("corbel_data.b").with("triggers_replace", "corbel_data.a", "id");
        given.state
                .put("corbel_data.a", replaceable("corbel_data.a"))
                .put("corbel_data.b", replaceable("corbel_data.b", "corbel_data.a"));

        assertThat(planned()).endsWith("""
                0. delete corbel_data.b
                1. delete corbel_data.a after [0]
                2. create corbel_data.a after [1]
                3. create corbel_data.b after [0, 2]
                """);
    }

    @Test
    void createFirstCreatesThenUpdatesTheUsersThenDeletes() {
        given.resource("corbel_data.a").with("triggers_replace", "2").createBeforeDestroy();
        given.resource("corbel_data.b").with("input", "corbel_data.a", "id");
        given.state
                .put("corbel_data.a", replaceable("corbel_data.a"))
                .data("corbel_data.b", "id-corbel_data.a", "corbel_data.a");

        assertThat(planned()).isEqualTo("""
                replace_create_first corbel_data.a # replace_because_cannot_update [triggers_replace]
                    input: old → null
                    triggers_replace: 1 → 2
                    id: id-corbel_data.a → (known after apply)
                    output: old → null
                update corbel_data.b
                    input: id-corbel_data.a → (known after apply)
                    output: id-corbel_data.a → (known after apply)
                0. create corbel_data.a deposed key1
                1. update corbel_data.b after [0]
                2. delete corbel_data.a deposed key1 after [0, 1]
                """);
    }

    @Test
    void createFirstSpreadsToEverythingThatIsNeeded() {
        given.resource("corbel_data.base").with("triggers_replace", "2");
        given.resource("corbel_data.middle").with("input", "corbel_data.base", "id");
        given.resource("corbel_data.top")
                .with("triggers_replace", "2")
                .with("input", "corbel_data.middle", "id")
                .createBeforeDestroy();
        given.state
                .put("corbel_data.base", replaceable("corbel_data.base"))
                .data("corbel_data.middle", "id-corbel_data.base", "corbel_data.base")
                .put("corbel_data.top", replaceable("corbel_data.top", "corbel_data.middle"));

        assertThat(planned()).endsWith("""
                0. create corbel_data.base deposed key1
                1. update corbel_data.middle after [0]
                2. delete corbel_data.base deposed key1 after [0, 1]
                3. create corbel_data.top deposed key2 after [1]
                4. delete corbel_data.top deposed key2 after [3]
                """);
    }

    @Test
    void createFirstIsRecordedWithEverythingThatItSpreadsTo() {
        given.resource("corbel_data.a").with("input", "x");
        given.resource("corbel_data.b").with("input", "corbel_data.a", "output").createBeforeDestroy();
        given.state.data("corbel_data.a", "x").data("corbel_data.b", "x", "corbel_data.a");

        assertThat(planned()).isEqualTo("""
                no_op corbel_data.a
                no_op corbel_data.b
                state put corbel_data.a uses []
                state put corbel_data.b uses [corbel_data.a]
                """);
        assertThat(plan(options(dev.corbel.planner.plan.PlanMode.NORMAL))
                        .prior()
                        .instances()
                        .values())
                .allMatch(instance -> instance.current().orElseThrow().createBeforeDestroy());
    }

    @Test
    void whatStateSaysIsCreateFirstGoesAfterItsUsersWereUpdated() {
        given.resource("corbel_data.user").with("input", "other");
        StateObject gone =
                StateBuilder.object("corbel_data.gone", StateBuilder.data("gone", Value.of("x"), Value.ofNull()));
        given.state
                .put("corbel_data.gone", gone.withDependencies(gone.dependencies(), true))
                .data("corbel_data.user", "gone", "corbel_data.gone");

        assertThat(planned()).endsWith("""
                0. update corbel_data.user
                1. delete corbel_data.gone after [0]
                """);
    }

    @Test
    void whatGoesForGoodGoesAfterTheUpdateOfWhatUsedItWhereNothingWaitsForItsEnd() {
        given.resource("corbel_data.user").with("input", "other");
        given.state.data("corbel_data.gone", "x").data("corbel_data.user", "x", "corbel_data.gone");

        assertThat(planned()).endsWith("""
                0. update corbel_data.user
                1. delete corbel_data.gone after [0]
                """);
    }

    @Test
    void whatGoesForGoodGoesFirstWhereAnUpdateWaitsForItsEnd() {
        given.resource("corbel_data.base").with("input", "new");
        given.resource("corbel_data.user").with("input", "corbel_data.base", "output");
        given.state
                .data("corbel_data.base", "old")
                .data("corbel_data.gone", "x", "corbel_data.base")
                .data("corbel_data.user", "x", "corbel_data.gone");

        assertThat(planned()).endsWith("""
                0. delete corbel_data.gone
                1. update corbel_data.base after [0]
                2. update corbel_data.user after [1]
                """);
    }

    @Test
    void aDeposedObjectOfAnEarlierRunIsDeletedAfterItsUsersWereUpdated() {
        given.resource("corbel_data.a").with("input", "x");
        given.resource("corbel_data.b").with("input", "corbel_data.a", "id");
        given.state
                .data("corbel_data.a", "x")
                .deposed("corbel_data.a", "0a1b", replaceable("corbel_data.a"))
                .data("corbel_data.b", "old", "corbel_data.a");

        assertThat(planned()).isEqualTo("""
                no_op corbel_data.a
                delete corbel_data.a deposed 0a1b
                update corbel_data.b
                    input: old → id-corbel_data.a
                    output: old → (known after apply)
                0. update corbel_data.b
                1. delete corbel_data.a deposed 0a1b after [0]
                """);
    }

    @Test
    void dependenciesReachThroughWhatDoesNotChange() {
        given.resource("corbel_data.a").with("input", "new");
        given.resource("corbel_data.b").with("input", "x").dependsOn("corbel_data.a");
        given.resource("corbel_data.c").with("input", "new").dependsOn("corbel_data.b");
        given.state
                .data("corbel_data.a", "old")
                .data("corbel_data.b", "x", "corbel_data.a")
                .data("corbel_data.c", "old", "corbel_data.b");

        assertThat(planned()).endsWith("""
                0. update corbel_data.a
                1. evaluate corbel_data.b after [0]
                2. update corbel_data.c after [1]
                """);
    }
}
