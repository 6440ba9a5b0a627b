package dev.corbel.planner.planning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.planner.plan.PlanMode;
import dev.corbel.planner.testing.FakeType;
import dev.corbel.planner.testing.Fixture;
import dev.corbel.planner.testing.StateBuilder;
import dev.corbel.providers.api.expression.Expression;
import dev.corbel.providers.api.value.Value;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Deletions, what is forgotten instead, and destroy. */
class DeletionsTest extends PlannedFixture {

    @Test
    void aDeletionSaysWhyItIsPlanned() {
        given.resource("corbel_data.each[\"stays\"]").with("input", "x");
        given.resource("app:here/corbel_data.a").with("input", "x");
        given.state
                .data("corbel_data.each[\"stays\"]", "x")
                .data("corbel_data.each[\"gone\"]", "x")
                .data("app:here/corbel_data.a", "x")
                .data("app:here/corbel_data.b", "x")
                .data("app:gone/corbel_data.a", "x");

        assertThat(planned()).isEqualTo("""
                delete corbel_data.each["gone"] # delete_because_each_key
                no_op corbel_data.each["stays"]
                delete gone/corbel_data.a # delete_because_no_module
                no_op here/corbel_data.a
                delete here/corbel_data.b # delete_because_no_resource_config
                0. delete corbel_data.each["gone"]
                1. delete gone/corbel_data.a
                2. delete here/corbel_data.b
                """);
    }

    @Test
    void whatIsRemovedWithoutDestroyIsForgottenWithItsDeposedObjects() {
        given.removed("app:old", false);
        given.state
                .data("app:old/corbel_data.a", "x")
                .deposed(
                        "app:old/corbel_data.a",
                        "0a1b",
                        StateBuilder.object("corbel_data.a", StateBuilder.data("a", Value.of("x"), Value.ofNull())));

        assertThat(planned()).isEqualTo("""
                forget old/corbel_data.a # delete_because_no_module
                forget old/corbel_data.a deposed 0a1b
                0. forget old/corbel_data.a
                1. forget old/corbel_data.a deposed 0a1b
                """);
    }

    @Test
    void whatIsRemovedWithDestroyIsDeleted() {
        given.removed("corbel_data.a", true);
        given.state.data("corbel_data.a", "x");

        assertThat(planned()).isEqualTo("""
                delete corbel_data.a # delete_because_no_resource_config
                0. delete corbel_data.a
                """);
    }

    @Test
    void aRemovalThatNamesNothingIsAWarningWhereItMayHaveMeantAnObject() {
        given.removed("corbel_data.legcy", false).removed("corbel_data.other", false);
        given.state.data("corbel_data.legacy", "x");

        assertThat(planned()).isEqualTo("""
                delete corbel_data.legacy # delete_because_no_resource_config
                0. delete corbel_data.legacy
                warning: There is no corbel_data.legcy to remove (951)
                    State has no object of this address.
                warning: There is no corbel_data.other to remove (951)
                    State has no object of this address.
                """);
        assertThat(plan(options(PlanMode.NORMAL)).diagnostics())
                .flatExtracting(problem -> problem.hint().stream().toList())
                .containsExactly(
                        "Did you mean \"corbel_data.legacy\"?",
                        "Nothing declares corbel_data.legacy, which may be meant.");
    }

    @Test
    void aRemovalThatIsDoneSaysNothing() {
        given.resource("corbel_data.stays").with("input", "x");
        given.removed("corbel_data.legacy", false).removed("app:old", true).removed("corbel_data.a", true);
        given.state.data("corbel_data.stays", "x").data("corbel_data.a", "x");

        assertThat(plan(options(PlanMode.NORMAL)).diagnostics()).isEmpty();
    }

    @Test
    void somethingCannotBeBothDeclaredAndRemoved() {
        given.resource("corbel_data.a").with("input", "x");
        given.removed("corbel_data.a", false);
        given.state.data("corbel_data.a", "x");

        assertThat(planned()).isEqualTo("""
                no_op corbel_data.a
                error: corbel_data.a is both declared and removed (951)
                    It is declared at environments/test.groovy:1:1.
                """);
    }

    @Test
    void destroyDeletesEverythingWithoutAskingConditions() {
        given.resource("fake_object.a").requiring(Expression.of(Value.of(false)), "never");
        given.resource("fake_object.b").with("value", "fake_object.a", "id");
        given.output("id", Fixture.reference("fake_object.a", "id"));
        given.check("health", Expression.of(Value.of(false)), "never");
        for (String name : new String[] {"a", "b", "gone"}) {
            given.state.put(
                    "fake_object." + name,
                    StateBuilder.object(
                            "fake_object." + name,
                            FakeType.object(Map.of("id", Value.of(name))),
                            name.equals("b") ? new String[] {"fake_object.a"} : new String[0]));
        }
        given.state.output("id", Value.of("a"));
        given.fake.reality.put("a", FakeType.object(Map.of("id", Value.of("a"))));
        given.fake.reality.put("b", FakeType.object(Map.of("id", Value.of("b"))));

        assertThat(planned(options(PlanMode.DESTROY))).isEqualTo("""
                delete fake_object.a
                delete fake_object.b
                drift delete fake_object.gone
                output id: a → null
                state remove fake_object.gone
                0. delete fake_object.b
                1. delete fake_object.a after [0]
                2. output id after [1]
                """);
    }

    @Test
    void preventDestroyStopsADestroy() {
        given.resource("corbel_data.a").with("input", "x").preventDestroy(true);
        given.state.data("corbel_data.a", "x");

        assertThat(planned(options(PlanMode.DESTROY))).endsWith("""
                error: corbel_data.a must not be destroyed (1)
                    preventDestroy was set for it at environments/test.groovy:23, but the plan has to delete it.
                """);
    }

    @Test
    void blueprintsArePinnedAndUnpinned() {
        given.component("app:a", 2).component("app:b", 1);
        given.state.blueprint("app:a", 1).blueprint("app:b", 1).blueprint("app:c", 1);

        assertThat(planned()).isEqualTo("""
                state PutBlueprint[component=a, version=2]
                state RemoveBlueprint[component=c]
                """);
    }
}
