package dev.corbel.planner.planning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.planner.plan.PlanMode;
import dev.corbel.planner.testing.FakeType;
import dev.corbel.planner.testing.Fixture;
import dev.corbel.planner.testing.StateBuilder;
import dev.corbel.providers.api.expression.Expression;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Objects that exist already and become the environment's own. */
class AdoptionTest extends PlannedFixture {

    @Test
    void anObjectIsTakenOverAndUpdatedToWhatIsDeclared() {
        given.resource("fake_object.a").with("value", "mine");
        given.adopt("fake_object.a", Expression.of(Value.of("a")));
        given.fake.reality.put("a", FakeType.object(Map.of("id", Value.of("a"), "value", Value.of("theirs"))));

        assertThat(planned()).isEqualTo("""
                update fake_object.a adopting a
                    value: theirs → mine
                state put fake_object.a uses []
                0. update fake_object.a
                """);
    }

    @Test
    void anObjectThatIsAsDeclaredIsTakenOverWithoutACall() {
        given.resource("fake_object.a").with("value", "x");
        given.adopt("fake_object.a", Expression.of(Value.of("a")));
        given.fake.reality.put("a", FakeType.object(Map.of("id", Value.of("a"), "value", Value.of("x"))));

        assertThat(planned()).isEqualTo("""
                no_op fake_object.a adopting a
                state put fake_object.a uses []
                """);
        assertThat(plan(options(PlanMode.NORMAL)).hasChanges()).isTrue();
    }

    @Test
    void anObjectThatSaysTheSameInOtherWordsIsTakenOverWithoutACall() {
        given.resource("fake_object.a").with("zone", "eu-1");
        given.adopt("fake_object.a", Expression.of(Value.of("a")));
        given.fake.reality.put("a", FakeType.object(Map.of("id", Value.of("a"), "zone", Value.of("EU-1"))));

        assertThat(planned()).isEqualTo("""
                no_op fake_object.a adopting a
                state put fake_object.a uses []
                """);
    }

    @Test
    void anObjectThatSaysTheSameInOtherWordsStaysSo() {
        given.resource("fake_object.a").with("zone", "eu-1");
        MapValue theirs = FakeType.object(Map.of("id", Value.of("a"), "zone", Value.of("EU-1")));
        given.fake.reality.put("a", theirs);
        given.state.put("fake_object.a", StateBuilder.object("fake_object.a", theirs));

        assertThat(planned()).isEqualTo("no_op fake_object.a\n");
    }

    @Test
    void whatStateHasIsNotAdoptedAgain() {
        given.resource("corbel_data.a").with("input", "x");
        given.adopt("corbel_data.a", Expression.of(Value.of("whatever")));
        given.state.data("corbel_data.a", "x");

        assertThat(planned()).isEqualTo("no_op corbel_data.a\n");
    }

    @Test
    void anIdThatNothingHasIsAnError() {
        given.resource("fake_object.a");
        given.adopt("fake_object.a", Expression.of(Value.of("nothing")));

        assertThat(planned()).isEqualTo("""
                error: Object to adopt not found (961)
                    Provider "fake" finds no fake_object of the id "nothing".
                """);
    }

    @Test
    void anIdThatIsNotKnownIsAnError() {
        given.resource("corbel_data.id");
        given.resource("fake_object.a");
        given.adopt("fake_object.a", Fixture.reference("corbel_data.id", "id"));

        assertThat(planned()).endsWith("""
                error: The id of the object to adopt is not known (961)
                    It is only known after apply.
                """);
    }

    @Test
    void anAdoptionBehindAProviderThatIsNotOpenYetIsAnError() {
        given.resource("corbel_data.place").with("input", "there");
        given.provider("late", Fixture.reference("corbel_data.place", "output"));
        given.resource("fake_object.a").at("late");
        given.adopt("fake_object.a", Expression.of(Value.of("a")));

        assertThat(planned()).endsWith("""
                incomplete
                error: The object to adopt cannot be read yet (961)
                    Its provider's configuration is not known before apply.
                """);
    }

    @Test
    void anAdoptionWithoutAResourceIsAnError() {
        given.adopt("fake_object.a", Expression.of(Value.of("a")));

        assertThat(planned()).isEqualTo("""
                error: Resource fake_object.a not found (961)
                    The object to adopt for it would be deleted again at once.
                """);
    }

    private void theirsIs(String id) {
        given.fake.reality.put(id, FakeType.object(Map.of("id", Value.of(id), "value", Value.of("x"))));
    }

    @Test
    void whatAnotherAddressHasIsNotAdopted() {
        given.resource("fake_object.a").with("value", "x");
        given.adopt("fake_object.a", Expression.of(Value.of("mine")));
        theirsIs("mine");
        given.state.put(
                "fake_object.b", StateBuilder.object("fake_object.b", FakeType.object(Map.of("id", Value.of("mine")))));

        assertThat(planned()).contains("""
                error: mine is fake_object.b in state (961)
                    An object has one address. With two, what ends at the one would be deleted at the other.
                """);
        assertThat(plan(options(PlanMode.NORMAL)).diagnostics().get(0).hint())
                .contains(
                        "To give it this address: corbel state mv test 'fake_object.b' 'fake_object.a'. To let go of it there"
                                + " first: corbel state rm test 'fake_object.b'");
    }

    @Test
    void whatAnAddressHasAsADeposedObjectIsNotAdopted() {
        given.resource("fake_object.a").with("value", "x");
        given.adopt("fake_object.a", Expression.of(Value.of("mine")));
        theirsIs("mine");
        given.state.deposed(
                "fake_object.a",
                "k1",
                StateBuilder.object("fake_object.a", FakeType.object(Map.of("id", Value.of("mine")))));

        assertThat(planned()).contains("error: mine is fake_object.a (deposed object k1) in state (961)\n");
        assertThat(plan(options(PlanMode.NORMAL)).diagnostics().get(0).hint())
                .contains("To let go of all that is there first: corbel state rm test 'fake_object.a'");
    }

    @Test
    void oneObjectIsNotAdoptedTwice() {
        given.resource("fake_object.a").with("value", "x");
        given.resource("fake_object.b").with("value", "x");
        given.adopt("fake_object.a", Expression.of(Value.of("mine")));
        given.adopt("fake_object.b", Expression.of(Value.of("mine")));
        theirsIs("mine");

        assertThat(planned()).contains("error: mine is fake_object.a in state (961)\n");
    }

    @Test
    void whatIsForgottenAtAnotherAddressIsAdopted() {
        given.resource("fake_object.a").with("value", "x");
        given.adopt("fake_object.a", Expression.of(Value.of("mine")));
        given.removed("fake_object.b", false);
        theirsIs("mine");
        given.state.put(
                "fake_object.b",
                StateBuilder.object(
                        "fake_object.b", FakeType.object(Map.of("id", Value.of("mine"), "value", Value.of("x")))));

        assertThat(planned())
                .contains("forget fake_object.b", "no_op fake_object.a adopting mine")
                .doesNotContain("error");
    }

    @Test
    void anotherTypeMayHaveTheSameId() {
        given.resource("fake_object.a").with("value", "x");
        given.adopt("fake_object.a", Expression.of(Value.of("id-corbel_data.b")));
        theirsIs("id-corbel_data.b");
        given.resource("corbel_data.b").with("input", "x");
        given.state.data("corbel_data.b", "x");

        assertThat(planned())
                .contains("no_op fake_object.a adopting id-corbel_data.b")
                .doesNotContain("error");
    }

    @Test
    void aSensitiveIdIsShownNowhere() {
        given.resource("fake_object.a").with("value", "x");
        given.resource("fake_object.b").with("value", "x");
        given.resource("fake_object.c").with("value", "x");
        given.adopt("fake_object.a", Expression.of(Value.sensitive(Value.of("mine"))));
        given.adopt("fake_object.b", Expression.of(Value.sensitive(Value.of("none"))));
        given.adopt("fake_object.c", Expression.of(Value.sensitive(Value.of("its"))));
        theirsIs("mine");
        theirsIs("its");
        given.state.put(
                "fake_object.d", StateBuilder.object("fake_object.d", FakeType.object(Map.of("id", Value.of("its")))));

        assertThat(planned())
                .contains("no_op fake_object.a adopting (sensitive value)\n")
                .contains("finds no fake_object of the id \"(sensitive value)\".")
                .contains("error: The object is fake_object.d in state")
                .doesNotContain("mine", "none", "its ");
        assertThat(plan(options(PlanMode.NORMAL)).changes().get(0).after().toString())
                .contains("id=(sensitive value)");
    }
}
