package dev.corbel.planner.planning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.planner.plan.Operation;
import dev.corbel.planner.plan.Plan;
import dev.corbel.planner.plan.PlanMode;
import dev.corbel.planner.testing.StateBuilder;
import dev.corbel.providers.api.value.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Environments that are very deep or very wide. */
class LargePlanTest extends PlannedFixture {
    private static final int SIZE = 20_000;

    private static String name(int number) {
        return "corbel_data.r" + number;
    }

    @Test
    void aChainIsCreatedFromItsBeginningAndDestroyedFromItsEnd() {
        given.resource(name(0)).with("input", "x");
        given.state.data(name(0), "x");
        for (int i = 1; i < SIZE; i++) {
            given.resource(name(i)).with("input", name(i - 1), "id");
            given.state.put(
                    name(i),
                    StateBuilder.object(
                            name(i),
                            StateBuilder.data("id-" + name(i), Value.of("id-" + name(i - 1)), Value.ofNull()),
                            name(i - 1)));
        }

        Plan unchanged = plan(options(PlanMode.NORMAL));
        Plan destroyed = plan(options(PlanMode.DESTROY));

        assertThat(unchanged.hasChanges()).isFalse();
        assertThat(unchanged.stateChanges()).isEmpty();
        List<Operation> operations = destroyed.operations().operations();
        assertThat(operations).hasSize(SIZE);
        for (int i = 0; i < SIZE; i++) {
            assertThat(operations.get(i).address().orElseThrow()).hasToString(name(SIZE - 1 - i));
        }
    }

    @Test
    void aResourceThatEverythingUsesIsReplacedAroundAllOfIt() {
        given.resource(name(0)).with("triggers_replace", "2");
        given.state.put(name(0), StateBuilder.object(name(0), StateBuilder.data("id", Value.ofNull(), Value.of("1"))));
        for (int i = 1; i < SIZE; i++) {
            given.resource(name(i)).with("triggers_replace", name(0), "id");
            given.state.put(
                    name(i),
                    StateBuilder.object(name(i), StateBuilder.data(name(i), Value.ofNull(), Value.of("id")), name(0)));
        }

        List<Operation> operations = plan(options(PlanMode.NORMAL)).operations().operations();

        assertThat(operations).hasSize(2 * SIZE);
        assertThat(operations.subList(0, SIZE - 1)).allMatch(one -> one.kind() == Operation.Kind.DELETE);
        assertThat(operations.get(SIZE - 1).address().orElseThrow()).hasToString(name(0));
        assertThat(operations.get(SIZE).address().orElseThrow()).hasToString(name(0));
        assertThat(operations.subList(SIZE, 2 * SIZE)).allMatch(one -> one.kind() == Operation.Kind.CREATE);
    }
}
