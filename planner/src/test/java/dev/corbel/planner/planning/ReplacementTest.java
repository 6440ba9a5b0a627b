package dev.corbel.planner.planning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.planner.plan.PlanMode;
import dev.corbel.planner.testing.FakeType;
import dev.corbel.planner.testing.Fixture;
import dev.corbel.planner.testing.StateBuilder;
import dev.corbel.providers.api.ResourceType.PlannedObject;
import dev.corbel.providers.api.expression.Expression;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.api.value.ValuePath;
import dev.corbel.state.model.ProviderRecord;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** When an object is replaced, and what the plan says about why. */
class ReplacementTest extends PlannedFixture {

    @Test
    void aTaintedObjectIsReplaced() {
        given.resource("corbel_data.a").with("input", "x");
        given.state.put(
                "corbel_data.a",
                StateBuilder.object("corbel_data.a", StateBuilder.data("old", Value.of("x"), Value.ofNull()))
                        .withTainted(true));

        assertThat(planned()).isEqualTo("""
                replace_delete_first corbel_data.a # replace_because_tainted
                    id: old → (known after apply)
                    output: x → (known after apply)
                0. delete corbel_data.a
                1. create corbel_data.a after [0]
                """);
    }

    @Test
    void anObjectIsReplacedOnRequest() {
        given.resource("corbel_data.a").with("input", "x");
        given.state.data("corbel_data.a", "x");

        assertThat(planned(options(PlanMode.NORMAL).withReplace(patterns("corbel_data.a"))))
                .isEqualTo("""
                replace_delete_first corbel_data.a # replace_by_request
                    id: id-corbel_data.a → (known after apply)
                    output: x → (known after apply)
                0. delete corbel_data.a
                1. create corbel_data.a after [0]
                """);
    }

    @Test
    void anObjectIsReplacedWhenAnAttributeThatTriggersItChanges() {
        given.resource("corbel_data.a").with("input", "new");
        given.resource("corbel_data.b").with("input", "x").replacedWith("corbel_data.a", "input");
        given.resource("corbel_data.c").with("input", "x").replacedWith("corbel_data.a", "id");
        given.resource("corbel_data.d").with("input", "x").replacedWith("corbel_data.a");
        for (String name : new String[] {"b", "c", "d"}) {
            given.state.data("corbel_data." + name, "x", "corbel_data.a");
        }
        given.state.data("corbel_data.a", "old");

        assertThat(planned()).isEqualTo("""
                update corbel_data.a
                    input: old → new
                    output: old → (known after apply)
                replace_delete_first corbel_data.b # replace_by_triggers
                    id: id-corbel_data.b → (known after apply)
                    output: x → (known after apply)
                no_op corbel_data.c
                replace_delete_first corbel_data.d # replace_by_triggers
                    id: id-corbel_data.d → (known after apply)
                    output: x → (known after apply)
                0. delete corbel_data.b
                1. delete corbel_data.d
                2. update corbel_data.a after [0, 1]
                3. create corbel_data.b after [0, 2]
                4. create corbel_data.d after [1, 2]
                5. evaluate corbel_data.c after [2]
                """);
    }

    @Test
    void anImmutableAttributeThatBecomesUnknownCountsAsChanged() {
        given.resource("corbel_data.a").with("input", "new");
        given.resource("corbel_data.b").with("triggers_replace", "corbel_data.a", "output");
        given.state
                .data("corbel_data.a", "old")
                .put(
                        "corbel_data.b",
                        StateBuilder.object(
                                "corbel_data.b",
                                StateBuilder.data("b", Value.ofNull(), Value.of("old")),
                                "corbel_data.a"));

        assertThat(planned()).isEqualTo("""
                update corbel_data.a
                    input: old → new
                    output: old → (known after apply)
                replace_delete_first corbel_data.b # replace_because_cannot_update [triggers_replace]
                    triggers_replace: old → (known after apply)
                    id: b → (known after apply)
                0. delete corbel_data.b
                1. update corbel_data.a after [0]
                2. create corbel_data.b after [0, 1]
                """);
    }

    @Test
    void whatIgnoreChangesHeldBackComesWithAReplacement() {
        given.resource("corbel_data.a")
                .with("input", "new")
                .with("triggers_replace", "2")
                .ignoring(ValuePath.of("input"));
        given.state.put(
                "corbel_data.a",
                StateBuilder.object("corbel_data.a", StateBuilder.data("a", Value.of("old"), Value.of("1"))));

        assertThat(planned()).isEqualTo("""
                replace_delete_first corbel_data.a # replace_because_cannot_update [triggers_replace]
                    input: old → new
                    triggers_replace: 1 → 2
                    id: a → (known after apply)
                    output: old → (known after apply)
                0. delete corbel_data.a
                1. create corbel_data.a after [0]
                """);
    }

    @Test
    void ignoreChangesHoldsTheOldValueBack() {
        given.resource("corbel_data.a")
                .with("input", "new")
                .with("triggers_replace", "2")
                .ignoring(ValuePath.ROOT);
        given.state.put(
                "corbel_data.a",
                StateBuilder.object("corbel_data.a", StateBuilder.data("a", Value.of("old"), Value.of("1"))));

        assertThat(planned()).isEqualTo("no_op corbel_data.a\n");
    }

    @Test
    void ignoreChangesHoldsBackWhatIsUnderAKeyOfDigitsOrWithDots() {
        given.resource("corbel_data.a")
                .with("input", Value.map(Map.of("1", Value.of("new"), "a.b/c", Value.of("new"), "x", Value.of("new"))))
                .ignoring(ValuePath.parse("input[1]").orElseThrow())
                .ignoring(ValuePath.parse("input[\"a.b/c\"]").orElseThrow());
        given.state.put(
                "corbel_data.a",
                StateBuilder.object(
                        "corbel_data.a",
                        StateBuilder.data(
                                "a",
                                Value.map(Map.of("1", Value.of("old"), "a.b/c", Value.of("old"), "x", Value.of("new"))),
                                Value.ofNull())));

        assertThat(planned()).isEqualTo("no_op corbel_data.a\n");
    }

    @Test
    void aTypeMayAskForAReplacementThatItsSchemaDoesNotShow() {
        given.fake.planWith(request ->
                new PlannedObject(request.proposed(), request.isCreation() ? Set.of() : Set.of(ValuePath.of("size"))));
        given.resource("fake_object.a").with("size", Value.of(2));
        given.fake.reality.put("a", FakeType.object(Map.of("id", Value.of("a"))));
        given.state.put(
                "fake_object.a", StateBuilder.object("fake_object.a", FakeType.object(Map.of("id", Value.of("a")))));

        assertThat(planned()).isEqualTo("""
                replace_delete_first fake_object.a # replace_because_cannot_update [size]
                    size: 1 → 2
                    zone: null → (known after apply)
                    id: a → (known after apply)
                    status: null → (known after apply)
                0. delete fake_object.a
                1. create fake_object.a after [0]
                """);
    }

    @Test
    void anObjectInAnotherPlaceThanItsProviderReachesNowIsReplacedThere() {
        given.provider("", Expression.of(Value.of("here"))).provider("far", Expression.of(Value.of("there")));
        given.resource("fake_object.a").at("far");
        given.fake.reality.put("a", FakeType.object(Map.of("id", Value.of("a"))));
        given.state.put(
                "fake_object.a", StateBuilder.object("fake_object.a", FakeType.object(Map.of("id", Value.of("a")))));

        assertThat(planned()).isEqualTo("""
                replace_delete_first fake_object.a # replace_because_cannot_update
                    zone: null → (known after apply)
                    id: a → (known after apply)
                    status: null → (known after apply)
                0. delete fake_object.a
                1. create fake_object.a after [0]
                """);
        assertThat(given.fake.opened).containsExactlyInAnyOrder("here", "there");
    }

    @Test
    void anotherNameForTheSamePlaceChangesStateAlone() {
        given.provider("renamed", Expression.of(Value.of("here")));
        given.resource("fake_object.a").at("renamed");
        given.fake.reality.put("a", FakeType.object(Map.of("id", Value.of("a"))));
        given.state.put(
                "fake_object.a", StateBuilder.object("fake_object.a", FakeType.object(Map.of("id", Value.of("a")))));

        assertThat(planned()).isEqualTo("""
                no_op fake_object.a
                state put fake_object.a uses []
                """);
        assertThat(plan(options(PlanMode.NORMAL)).prior().current(Fixture.address("fake_object.a")))
                .map(object -> object.provider())
                .map(ProviderRecord::toString)
                .hasValue("ProviderRecord[key=fake.renamed, configuration={place=here}]");
    }

    @Test
    void preventDestroyStopsAReplacement() {
        given.resource("corbel_data.a").with("triggers_replace", "2").preventDestroy(true);
        given.state.put(
                "corbel_data.a",
                StateBuilder.object("corbel_data.a", StateBuilder.data("a", Value.ofNull(), Value.of("1"))));

        assertThat(planned()).endsWith("""
                error: corbel_data.a must not be destroyed (1)
                    preventDestroy was set for it at environments/test.groovy:23, but the plan has to replace it.
                """);
        assertThat(plan(options(PlanMode.NORMAL)).errored()).isTrue();
    }
}
