package dev.corbel.planner.planning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.planner.plan.PlanMode;
import dev.corbel.planner.testing.FakeType;
import dev.corbel.planner.testing.Fixture;
import dev.corbel.planner.testing.StateBuilder;
import dev.corbel.providers.api.ProviderKey;
import dev.corbel.providers.api.expression.Expression;
import dev.corbel.providers.api.value.Value;
import dev.corbel.state.model.ProviderRecord;
import dev.corbel.state.model.StateObject;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** When sessions open, and what a plan does without one. */
class ProvidersOfPlanTest extends PlannedFixture {

    @Test
    void aConfigurationThatIsNotKnownYetDefersReadingAndLeavesThePlanIncomplete() {
        given.resource("corbel_data.place").with("input", "there");
        given.provider("late", Fixture.reference("corbel_data.place", "output"));
        given.resource("fake_object.a").at("late").with("value", "new");
        given.state.put(
                "fake_object.a",
                StateBuilder.object("fake_object.a", FakeType.object(Map.of("id", Value.of("a"))))
                        .withProvider(new ProviderRecord(new ProviderKey("fake", "late"), Value.map(Map.of()))));

        assertThat(planned()).isEqualTo("""
                create corbel_data.place
                    input = there
                    id = (known after apply)
                    output = (known after apply)
                update fake_object.a
                    value: null → new
                0. create corbel_data.place
                1. update fake_object.a after [0]
                incomplete
                """);
        assertThat(given.fake.opened).isEmpty();
        assertThat(given.fake.reads()).isEmpty();
    }

    @Test
    void aConfigurationThatFollowsFromWhatExistsOpensDuringPlanning() {
        given.resource("corbel_data.place").with("input", "there");
        given.provider("late", Fixture.reference("corbel_data.place", "output"));
        given.resource("fake_object.a").at("late");
        given.state
                .data("corbel_data.place", "there")
                .put(
                        "fake_object.a",
                        StateBuilder.object(
                                        "fake_object.a",
                                        FakeType.object(Map.of("id", Value.of("a"))),
                                        "corbel_data.place")
                                .withProvider(new ProviderRecord(
                                        new ProviderKey("fake", "late"),
                                        Value.map(Map.of("place", Value.of("there"))))));
        given.fake.reality.put("a", FakeType.object(Map.of("id", Value.of("a"))));

        assertThat(planned()).isEqualTo("""
                no_op corbel_data.place
                no_op fake_object.a
                """);
        assertThat(given.fake.opened).containsExactly("there");
    }

    @Test
    void anObjectWhoseProviderBlockIsGoneIsReachedByWhatStateRecorded() {
        given.state.put(
                "fake_object.a",
                StateBuilder.object("fake_object.a", FakeType.object(Map.of("id", Value.of("a"))))
                        .withProvider(new ProviderRecord(
                                new ProviderKey("fake", "old"), Value.map(Map.of("place", Value.of("far"))))));
        given.fake.reality.put("a", FakeType.object(Map.of("id", Value.of("a"))));

        assertThat(planned()).isEqualTo("""
                delete fake_object.a # delete_because_no_resource_config
                0. delete fake_object.a
                """);
        assertThat(given.fake.opened).containsExactly("far");
    }

    @Test
    void aProviderThatDoesNotOpenIsReportedOnceAndStopsWhatIsItsAlone() {
        given.provider("", Expression.of(Value.of("nowhere")));
        given.resource("fake_object.a");
        given.resource("fake_object.b");
        given.resource("corbel_data.c");

        assertThat(planned()).isEqualTo("""
                create corbel_data.c
                    id = (known after apply)
                0. create corbel_data.c
                error: Provider "fake" cannot reach nowhere (911)
                    There is no such place.
                    It concerns 2 objects of provider "fake": fake_object.a, fake_object.b.
                """);
    }

    @Test
    void whatAllObjectsOfAProviderMeetIsToldOnceForEachConfiguration() {
        given.provider("", Expression.of(Value.of("here"))).provider("b", Expression.of(Value.of("there")));
        for (int number = 0; number < 58; number++) {
            String address = "fake_object.a" + number;
            given.resource(address);
            given.state.put(address, existing(address, "expired-" + number));
        }
        given.resource("fake_object.b").at("b");
        given.state.put(
                "fake_object.b",
                existing("fake_object.b", "expired-b")
                        .withProvider(new ProviderRecord(
                                new ProviderKey("fake", "b"), Value.map(Map.of("place", Value.of("there"))))));
        given.resource("fake_object.broken");
        given.state.put("fake_object.broken", existing("fake_object.broken", "broken"));
        given.resource("corbel_data.c");

        // Configurations are read side by side, so their problems come in any order.
        assertThat(planned().split("(?m)^(?=error: )", -1)).containsExactlyInAnyOrder("""
                create corbel_data.c
                    id = (known after apply)
                0. create corbel_data.c
                """, """
                error: The credentials have expired (911)
                    Reading expired-0 was refused.
                    It concerns 58 objects of provider "fake": fake_object.a0, fake_object.a1, fake_object.a2 and 55 more.
                """, """
                error: The credentials have expired
                    Reading expired-b was refused.
                """, """
                error: The object cannot be read
                    The service is down.
                """);
    }

    private static StateObject existing(String address, String id) {
        return StateBuilder.object(address, FakeType.object(Map.of("id", Value.of(id))));
    }

    @Test
    void destroyReachesObjectsByWhatStateRecordedWhereTheDefinitionCannotTell() {
        given.resource("corbel_data.place").with("input", "there");
        given.provider("late", Fixture.reference("corbel_data.place", "output"));
        given.resource("fake_object.a").at("late");
        given.state.put(
                "fake_object.a",
                StateBuilder.object("fake_object.a", FakeType.object(Map.of("id", Value.of("a"))))
                        .withProvider(new ProviderRecord(
                                new ProviderKey("fake", "late"), Value.map(Map.of("place", Value.of("far"))))));
        given.fake.reality.put("a", FakeType.object(Map.of("id", Value.of("a"))));

        assertThat(planned(options(PlanMode.DESTROY))).isEqualTo("""
                delete fake_object.a
                0. delete fake_object.a
                """);
        assertThat(given.fake.opened).containsExactly("far");
    }

    @Test
    void aProviderThatFailsInAWayOfItsOwnIsNamed() {
        given.fake.planWith(request -> {
            throw new IllegalStateException("no idea");
        });
        given.resource("fake_object.a");
        given.resource("corbel_data.b").with("input", "fake_object.a", "id");

        assertThat(planned()).isEqualTo("""
                error: Provider "fake" failed while it planned fake_object.a (1)
                    java.lang.IllegalStateException: no idea. It is a bug in the provider, not in the definition. The log has more.
                """);
    }

    @Test
    void sessionsOfSeveralConfigurationsOpenOnceEach() {
        given.provider("a", Expression.of(Value.of("a"))).provider("b", Expression.of(Value.of("b")));
        given.resource("fake_object.a1").at("a");
        given.resource("fake_object.a2").at("a");
        given.resource("fake_object.b").at("b");

        plan(options(PlanMode.NORMAL));

        assertThat(given.fake.opened).containsExactlyInAnyOrder("a", "b");
    }
}
