package dev.corbel.planner.planning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.planner.plan.PlanMode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Objects that keep living under another address. */
class MovesTest extends PlannedFixture {

    @Test
    void aMoveAloneIsAChangeWithoutAnyCall() {
        given.resource("corbel_data.b").with("input", "x");
        given.moved("corbel_data.a", "corbel_data.b");
        given.state.data("corbel_data.a", "x");

        assertThat(planned()).isEqualTo("""
                no_op corbel_data.b from corbel_data.a
                state move corbel_data.a to corbel_data.b
                """);
        assertThat(plan(options(PlanMode.NORMAL)).hasChanges()).isTrue();
    }

    @Test
    void aMovedObjectCanChangeAtTheSameTimeAndItsUsersFollow() {
        given.resource("corbel_data.b").with("input", "new");
        given.resource("corbel_data.user").with("input", "corbel_data.b", "id");
        given.moved("corbel_data.a", "corbel_data.b");
        given.state.data("corbel_data.a", "old").data("corbel_data.user", "id-corbel_data.a", "corbel_data.a");

        assertThat(planned()).isEqualTo("""
                update corbel_data.b from corbel_data.a
                    input: old → new
                    output: old → (known after apply)
                no_op corbel_data.user
                state move corbel_data.a to corbel_data.b
                state put corbel_data.user uses [corbel_data.b]
                0. update corbel_data.b
                1. evaluate corbel_data.user after [0]
                """);
    }

    @Test
    void chainsOfMovesAreFollowedToTheirEnd() {
        given.resource("corbel_data.c").with("input", "x");
        given.moved("corbel_data.b", "corbel_data.c").moved("corbel_data.a", "corbel_data.b");
        given.state.data("corbel_data.a", "x");

        assertThat(planned()).isEqualTo("""
                no_op corbel_data.c from corbel_data.a
                state move corbel_data.a to corbel_data.c
                """);
    }

    @Test
    void aComponentMovesWithAllThatIsInIt() {
        given.resource("app:new/corbel_data.a").with("input", "x");
        given.resource("app:new/corbel_data.b[\"k\"]").with("input", "x");
        given.moved("app:old", "app:new");
        given.state.data("app:old/corbel_data.a", "x").data("app:old/corbel_data.b[\"k\"]", "x");

        assertThat(planned()).isEqualTo("""
                no_op new/corbel_data.a from old/corbel_data.a
                no_op new/corbel_data.b["k"] from old/corbel_data.b["k"]
                state move old/corbel_data.a to new/corbel_data.a
                state move old/corbel_data.b["k"] to new/corbel_data.b["k"]
                """);
    }

    @Test
    void allInstancesMoveWithTheirKeysAndASingleOneCanGetAKey() {
        given.resource("corbel_data.new[\"1\"]").with("input", "x");
        given.resource("corbel_data.new[\"2\"]").with("input", "x");
        given.resource("corbel_data.single[\"only\"]").with("input", "x");
        given.moved("corbel_data.old", "corbel_data.new");
        given.moved("corbel_data.single", "corbel_data.single[\"only\"]");
        given.state
                .data("corbel_data.old[\"1\"]", "x")
                .data("corbel_data.old[\"2\"]", "x")
                .data("corbel_data.single", "x");

        assertThat(planned()).isEqualTo("""
                no_op corbel_data.new["1"] from corbel_data.old["1"]
                no_op corbel_data.new["2"] from corbel_data.old["2"]
                no_op corbel_data.single["only"] from corbel_data.single
                state move corbel_data.old["1"] to corbel_data.new["1"]
                state move corbel_data.old["2"] to corbel_data.new["2"]
                state move corbel_data.single to corbel_data.single["only"]
                """);
        given.state.data("corbel_data.single[\"only\"]", "x");
    }

    @Test
    void ofTwoObjectsForOneAddressTheOneThatWasThereStays() {
        given.resource("corbel_data.b").with("input", "x");
        given.moved("corbel_data.a", "corbel_data.b");
        given.state.data("corbel_data.a", "x").data("corbel_data.b", "x");

        assertThat(planned()).isEqualTo("""
                delete corbel_data.a # delete_because_no_resource_config
                no_op corbel_data.b
                0. delete corbel_data.a
                warning: corbel_data.a cannot move to corbel_data.b (941)
                    An object of that address exists already and stays. The one at corbel_data.a is planned for deletion.
                """);
    }

    @Test
    void aMoveToWhatIsNotDeclaredIsAnErrorWithTheClosestName() {
        given.resource("corbel_data.orders").with("input", "x");
        given.moved("corbel_data.a", "corbel_data.ordres");
        given.state.data("corbel_data.a", "x");

        assertThat(planned()).isEqualTo("""
                create corbel_data.orders
                    input = x
                    id = (known after apply)
                    output = (known after apply)
                0. create corbel_data.orders
                error: corbel_data.a cannot move to corbel_data.ordres (942)
                    The definition does not declare corbel_data.ordres, so the object would be deleted.
                """);
        assertThat(hints()).containsExactly("Did you mean \"corbel_data.orders\"?");
    }

    @Test
    void aMoveToWhatIsNotDeclaredSaysHowTheEndOfAnObjectIsWritten() {
        given.moved("corbel_data.a", "corbel_data.b");
        given.state.data("corbel_data.a", "x");

        assertThat(hints()).containsExactly("To delete it, write removed(corbel_data.b) { destroy = true }.");
    }

    @Test
    void anObjectThatMovedToWhereItIsRemovedIsDeletedThere() {
        given.moved("corbel_data.a", "corbel_data.b").removed("corbel_data.b", true);
        given.state.data("corbel_data.a", "x");

        assertThat(planned()).isEqualTo("""
                delete corbel_data.b from corbel_data.a # delete_because_no_move_target
                state move corbel_data.a to corbel_data.b
                0. delete corbel_data.b
                """);
    }

    @Test
    void aMoveThatIsDoneAndWhoseTargetIsGoneSinceSaysNothing() {
        given.resource("corbel_data.c").with("input", "x");
        given.moved("corbel_data.a", "corbel_data.b");
        given.state.data("corbel_data.c", "x");

        assertThat(planned()).isEqualTo("no_op corbel_data.c\n");
    }

    @Test
    void underDestroyAMoveMayLeadAnywhere() {
        given.moved("corbel_data.a", "corbel_data.b");
        given.state.data("corbel_data.a", "x");

        assertThat(plan(options(PlanMode.DESTROY)).diagnostics()).isEmpty();
    }

    private List<String> hints() {
        return plan(options(PlanMode.NORMAL)).diagnostics().stream()
                .flatMap(problem -> problem.hint().stream())
                .toList();
    }

    @Test
    void whatIsStillDeclaredCannotMove() {
        given.resource("corbel_data.a").with("input", "x");
        given.moved("corbel_data.a", "corbel_data.b");
        given.state.data("corbel_data.a", "x");

        assertThat(planned()).isEqualTo("""
                no_op corbel_data.a
                error: corbel_data.a was moved, but is still declared (941)
                    An object cannot both stay there and move to corbel_data.b.
                """);
    }

    @Test
    void movesInACircleAndMovesBetweenTypesAreErrors() {
        given.moved("corbel_data.a", "corbel_data.b").moved("corbel_data.b", "corbel_data.a");
        given.moved("corbel_data.c", "fake_object.c");
        given.state.data("corbel_data.a", "x");

        assertThat(planned()).endsWith("""
                error: corbel_data.c cannot be moved to fake_object.c (941)
                    An object keeps its type when it moves, and a component stays a component.
                error: The moves of corbel_data.a form a cycle (941)
                    They lead from corbel_data.b back to corbel_data.a.
                """);
    }
}
