package dev.corbel.planner.planning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.planner.PlanListener;
import dev.corbel.planner.plan.Plan;
import dev.corbel.planner.plan.PlanMode;
import dev.corbel.planner.plan.UnreadableObject;
import dev.corbel.planner.testing.FakeType;
import dev.corbel.planner.testing.Fixture;
import dev.corbel.planner.testing.StateBuilder;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.state.model.StateObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The findings of reading, and their consequences. */
class RefreshTest extends PlannedFixture {
    private static final Address WRONG = Address.resource("fake_object", "wrong");

    private static MapValue object(String id, Map<String, Value> more) {
        Map<String, Value> given = new LinkedHashMap<>(more);
        given.put("id", Value.of(id));
        return FakeType.object(given);
    }

    private void stored(String name, Map<String, Value> attributes) {
        given.state.put("fake_object." + name, StateBuilder.object("fake_object." + name, object(name, attributes)));
    }

    private void real(String name, Map<String, Value> attributes) {
        given.fake.reality.put(name, object(name, attributes));
    }

    @Test
    void driftOnAConfiguredAttributeIsUpdatedBack() {
        given.resource("fake_object.a").with("value", "mine");
        stored("a", Map.of("value", Value.of("mine")));
        real("a", Map.of("value", Value.of("theirs")));

        assertThat(planned()).isEqualTo("""
                update fake_object.a
                    value: theirs → mine
                drift update fake_object.a
                    value: mine → theirs
                state put fake_object.a uses []
                0. update fake_object.a
                """);
    }

    @Test
    void driftOnAnUnconfiguredComputedAttributeChangesStateAlone() {
        given.resource("fake_object.a").with("value", "x");
        stored("a", Map.of("value", Value.of("x"), "status", Value.of("starting")));
        real("a", Map.of("value", Value.of("x"), "status", Value.of("running")));

        assertThat(planned()).isEqualTo("""
                no_op fake_object.a
                state put fake_object.a uses []
                """);
        assertThat(plan(options(PlanMode.NORMAL)).hasChanges()).isFalse();
    }

    @Test
    void whatIsGoneIsCreatedAgain() {
        given.resource("fake_object.a").with("value", "x");
        stored("a", Map.of("value", Value.of("x")));

        assertThat(planned()).isEqualTo("""
                create fake_object.a
                    value = x
                    size = 1
                    zone = (known after apply)
                    id = (known after apply)
                    status = (known after apply)
                drift delete fake_object.a
                state remove fake_object.a
                0. create fake_object.a
                """);
    }

    @Test
    void whatIsGoneAndNoLongerDeclaredOnlyLeavesState() {
        stored("a", Map.of());
        given.state.deposed("fake_object.b", "0a1b", StateBuilder.object("fake_object.b", object("b", Map.of())));

        assertThat(planned()).isEqualTo("""
                drift delete fake_object.a
                drift delete fake_object.b deposed 0a1b
                state remove fake_object.a
                state remove fake_object.b deposed 0a1b
                """);
    }

    @Test
    void whatCannotBeReadStopsItsBranchAndNothingElse() {
        given.resource("fake_object.broken").with("value", "x");
        given.resource("fake_object.user").with("value", "fake_object.broken", "id");
        given.resource("fake_object.other").with("value", "new");
        stored("broken", Map.of());
        stored("user", Map.of("value", Value.of("broken")));
        real("user", Map.of("value", Value.of("broken")));
        stored("other", Map.of("value", Value.of("old")));
        real("other", Map.of("value", Value.of("old")));

        assertThat(planned()).isEqualTo("""
                update fake_object.other
                    value: old → new
                0. update fake_object.other
                error: The object cannot be read
                    The service is down.
                """);
    }

    @Test
    void whatCannotBeReadIsToldApartFromWhatCannotBePlanned() {
        given.resource("fake_object.broken").with("value", "x");
        given.resource("fake_object.wrong").with("size", Value.of(1000));
        stored("broken", Map.of());
        given.state.deposed(
                "fake_object.other", "0a1b", StateBuilder.object("fake_object.other", object("broken", Map.of())));

        Plan plan = plan(options(PlanMode.NORMAL));

        assertThat(plan.unreadable())
                .extracting(object -> object.address() + " " + object.deposedKey() + " " + object.id() + " "
                        + object.reasons().get(0).summary())
                .containsExactly(
                        "fake_object.broken Optional.empty Optional[broken] The object cannot be read",
                        "fake_object.other Optional[0a1b] Optional[broken] The object cannot be read");
        assertThat(plan.failures()).extracting(Diagnostic::address).containsExactly(Optional.of(WRONG));
        assertThat(plan.errored()).isTrue();
    }

    @Test
    void aPlanThatReadEverythingHasFailuresAlone() {
        given.resource("fake_object.wrong").with("size", Value.of(1000));

        Plan plan = plan(options(PlanMode.NORMAL));

        assertThat(plan.unreadable()).isEmpty();
        assertThat(plan.failures()).isEqualTo(plan.diagnostics()).hasSize(1);
    }

    @Test
    void theIdOfAnUnreadableObjectIsNotToldWhereItIsSensitive() {
        given.state.put(
                "fake_object.broken",
                StateBuilder.object(
                        "fake_object.broken",
                        object("broken", Map.of()).with("id", Value.sensitive(Value.of("broken")))));

        assertThat(plan(options(PlanMode.NORMAL)).unreadable())
                .extracting(UnreadableObject::id)
                .containsExactly(Optional.empty());
    }

    @Test
    void theProblemOfASessionIsTheReasonOfAllObjectsThatMetIt() {
        stored("expired1", Map.of());
        stored("expired2", Map.of());

        Plan plan = plan(options(PlanMode.NORMAL));

        assertThat(plan.unreadable()).hasSize(2).allSatisfy(object -> assertThat(object.reasons())
                .isEqualTo(plan.diagnostics())
                .hasSize(1));
        assertThat(plan.failures()).isEmpty();
    }

    @Test
    void withoutRefreshNothingIsRead() {
        given.resource("fake_object.a").with("value", "x");
        stored("a", Map.of("value", Value.of("x")));

        assertThat(planned(options(PlanMode.NORMAL).withRefresh(false))).isEqualTo("no_op fake_object.a\n");
        assertThat(given.fake.reads()).isEmpty();
    }

    @Test
    void refreshOnlyPlansNoActionWhateverTheDefinitionSays() {
        given.resource("fake_object.a").with("value", "mine");
        given.resource("fake_object.new").with("value", "mine");
        given.output("status", Fixture.reference("fake_object.a", "status"));
        stored("a", Map.of("value", Value.of("mine")));
        real("a", Map.of("value", Value.of("theirs"), "status", Value.of("running")));
        stored("orphan", Map.of());
        real("orphan", Map.of());
        stored("gone", Map.of());

        assertThat(planned(options(PlanMode.REFRESH_ONLY))).isEqualTo("""
                no_op fake_object.a
                no_op fake_object.orphan
                drift update fake_object.a
                    value: mine → theirs
                    status: null → running
                drift delete fake_object.gone
                output status: null → running
                state put fake_object.a uses []
                state remove fake_object.gone
                0. output status
                """);
        assertThat(plan(options(PlanMode.REFRESH_ONLY)).hasChanges()).isTrue();
    }

    @Test
    void objectsAreReadInBatchesOfTheSizeThatTheTypeLikes() {
        for (String name : List.of("a", "b", "c")) {
            given.resource("fake_object." + name);
            stored(name, Map.of());
            real(name, Map.of());
        }
        given.fake.readInBatchesOf(2);
        List<Integer> announced = new ArrayList<>();
        PlanListener listener = new PlanListener() {
            @Override
            public void reading(int objects) {
                announced.add(objects);
            }
        };

        plan(options(PlanMode.NORMAL).withListener(listener).withParallelism(1));

        assertThat(given.fake.reads())
                .containsExactly(List.of("fake_object.a", "fake_object.b"), List.of("fake_object.c"));
        assertThat(announced).containsExactly(3);
    }

    @Test
    void whatAnOlderSchemaVersionStoredIsUpgradedBeforeItIsRead() {
        given.resource("fake_object.a").with("value", "x");
        Map<String, Value> old = new LinkedHashMap<>(object("a", Map.of()).entries());
        old.remove("value");
        old.put("content", Value.of("x"));
        StateObject object = StateBuilder.object("fake_object.a", Value.map(old));
        given.state.put("fake_object.a", object.withAttributes(1, object.attributes(), ""));
        real("a", Map.of("value", Value.of("x")));

        assertThat(planned()).isEqualTo("""
                no_op fake_object.a
                state put fake_object.a uses []
                """);
    }

    @Test
    void whatANewerSchemaVersionStoredIsLeftAlone() {
        given.resource("fake_object.a").with("value", "x");
        StateObject object = StateBuilder.object("fake_object.a", object("a", Map.of()));
        given.state.put("fake_object.a", object.withAttributes(9, object.attributes(), ""));

        assertThat(planned()).isEqualTo("""
                error: State was written by a newer version of provider "fake"
                    The object has version 9 of the type's schema; this installation knows version 2.
                """);
    }

    @Test
    void anObjectOfAProviderThatIsNotInstalledIsReported() {
        given.state.put("other_thing.a", StateBuilder.object("corbel_data.a", MapValue.EMPTY));

        assertThat(planned()).isEqualTo("""
                error: Resource type "other_thing" not found
                    State has an object of it, made by provider "corbel", which this installation of Corbel does not have or which no longer has the type.
                """);
    }

    @Test
    void anUpgradeThatFailsIsAProblemOfItsObjectAlone() {
        given.resource("corbel_data.other");
        StateObject object = StateBuilder.object("fake_object.a", object("a", Map.of()));
        given.state.put("fake_object.a", object.withAttributes(0, object.attributes(), ""));

        assertThat(planned()).isEqualTo("""
                create corbel_data.other
                    id = (known after apply)
                0. create corbel_data.other
                error: Provider "fake" failed while it planned fake_object.a
                    java.lang.IllegalStateException: version 0 is too old. It is a bug in the provider, not in the definition. The log has more.
                """);
    }
}
