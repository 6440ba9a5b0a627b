package dev.corbel.planner.planning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.planner.testing.Fixture;
import dev.corbel.providers.api.expression.Expression;
import dev.corbel.providers.api.value.Value;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Preconditions, postconditions and checks. */
class ConditionsOfPlanTest extends PlannedFixture {

    private static Expression is(Expression value, String expected) {
        return new Expression.Transformation(
                value, known -> Value.of(known.equals(Value.of(expected))), Optional.empty());
    }

    @Test
    void conditionsThatHoldAreMentionedAndStopNothing() {
        given.resource("corbel_data.a")
                .with("input", "x")
                .requiring(Expression.of(Value.of(true)), "never")
                .promising(is(Fixture.reference("corbel_data.a", "input"), "x"), "never");

        assertThat(planned()).isEqualTo("""
                create corbel_data.a
                    input = x
                    id = (known after apply)
                    output = (known after apply)
                check corbel_data.a: PASS
                0. create corbel_data.a
                """);
    }

    @Test
    void conditionsThatFailAreErrorsWithTheirMessage() {
        given.resource("corbel_data.a")
                .with("input", "x")
                .requiring(Expression.of(Value.of(false)), "The moon must be full.")
                .promising(is(Fixture.reference("corbel_data.a", "input"), "y"), "It must be y.");

        assertThat(planned()).endsWith("""
                check corbel_data.a: FAIL [The moon must be full., It must be y.]
                0. create corbel_data.a
                error: Precondition failed (21)
                    The moon must be full.
                error: Postcondition failed (22)
                    It must be y.
                """);
    }

    @Test
    void conditionsThatAreNotKnownYetRunWhileApplyingEvenWhereNothingChanges() {
        given.resource("corbel_data.new").with("input", "x");
        given.resource("corbel_data.a")
                .with("input", "x")
                .requiring(is(Fixture.reference("corbel_data.new", "id"), "x"), "never");
        given.state.data("corbel_data.a", "x");

        assertThat(planned()).isEqualTo("""
                no_op corbel_data.a
                create corbel_data.new
                    input = x
                    id = (known after apply)
                    output = (known after apply)
                check corbel_data.a: UNKNOWN
                state put corbel_data.a uses [corbel_data.new]
                0. create corbel_data.new
                1. evaluate corbel_data.a after [0]
                """);
    }

    @Test
    void aConditionThatIsNeitherTrueNorFalseIsAnError() {
        given.resource("corbel_data.a").requiring(Expression.of(Value.of("yes")), "never");

        assertThat(planned()).endsWith("""
                check corbel_data.a: ERROR [The condition gives neither true nor false.]
                0. create corbel_data.a
                error: Precondition failed (21)
                    The condition gives neither true nor false.
                """);
    }

    @Test
    void aMessageWithASecretIsNotShown() {
        given.resource("corbel_data.a")
                .requiring(new Expression.Sensitive(Expression.of(Value.of(false))), "not secret");
        given.check("c", Expression.of(Value.of(false)), "It is down.");

        assertThat(planned()).endsWith("""
                error: Precondition failed (21)
                    not secret
                warning: Check "c" failed (932)
                    It is down.
                """);
    }

    @Test
    void checksThatFailAreWarningsAndUnknownOnesRunAtTheEnd() {
        given.resource("corbel_data.a").with("input", "x");
        given.check("fails", Expression.of(Value.of(false)), "It is down.");
        given.check("waits", is(Fixture.reference("corbel_data.a", "id"), "x"), "never");

        assertThat(planned()).isEqualTo("""
                create corbel_data.a
                    input = x
                    id = (known after apply)
                    output = (known after apply)
                check fails: FAIL [It is down.]
                check waits: UNKNOWN
                0. create corbel_data.a
                1. check waits after [0]
                warning: Check "fails" failed (932)
                    It is down.
                """);
    }
}
