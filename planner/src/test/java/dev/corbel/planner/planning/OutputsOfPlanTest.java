package dev.corbel.planner.planning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.planner.plan.OutputChange;
import dev.corbel.planner.plan.PlanMode;
import dev.corbel.planner.testing.Fixture;
import dev.corbel.providers.api.expression.Expression;
import dev.corbel.providers.api.value.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Outputs in a plan, and sensitive values in them. */
class OutputsOfPlanTest extends PlannedFixture {

    @Test
    void outputsAreAddedChangedRemovedAndLeft() {
        given.resource("corbel_data.a").with("input", "x");
        given.output("added", Fixture.reference("corbel_data.a", "id"));
        given.output("changed", Expression.of(Value.of("new")));
        given.output("same", Expression.of(Value.of("x")));
        given.state
                .output("changed", Value.of("old"))
                .output("same", Value.of("x"))
                .output("removed", Value.of("x"));

        assertThat(planned()).isEqualTo("""
                create corbel_data.a
                    input = x
                    id = (known after apply)
                    output = (known after apply)
                output added: null → (known after apply)
                output changed: old → new
                output removed: x → null
                0. create corbel_data.a
                1. output changed
                2. output removed
                3. output added after [0]
                """);
    }

    @Test
    void aSensitiveValueMakesItsOutputAndItsUsersSensitive() {
        given.resource("corbel_data.a").with("input", new Expression.Sensitive(Expression.of(Value.of("hush"))));
        given.resource("corbel_data.b")
                .with(
                        "input",
                        new Expression.Template(List.of(
                                Expression.of(Value.of("it is ")), Fixture.reference("corbel_data.a", "input"))));
        given.output("secret", Fixture.reference("corbel_data.b", "input"));

        assertThat(planned()).isEqualTo("""
                create corbel_data.a
                    input = (sensitive value)
                    id = (known after apply)
                    output = (sensitive value)
                create corbel_data.b
                    input = (sensitive value)
                    id = (known after apply)
                    output = (sensitive value)
                output secret: null → (sensitive value)
                0. create corbel_data.a
                1. create corbel_data.b after [0]
                2. output secret after [1]
                """);
        assertThat(plan(options(PlanMode.NORMAL)).outputs()).allMatch(OutputChange::sensitive);
    }

    @Test
    void aValueThatBecomesSensitiveIsMarkedInStateWithoutACall() {
        given.resource("corbel_data.a").with("input", new Expression.Sensitive(Expression.of(Value.of("x"))));
        given.state.data("corbel_data.a", "x");

        assertThat(planned()).isEqualTo("""
                no_op corbel_data.a
                    input: x → (sensitive value)
                    output: x → (sensitive value)
                state put corbel_data.a uses []
                """);
    }
}
