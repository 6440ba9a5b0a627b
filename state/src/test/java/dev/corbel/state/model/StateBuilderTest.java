package dev.corbel.state.model;

import static dev.corbel.state.Samples.address;
import static dev.corbel.state.Samples.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.value.Value;
import dev.corbel.state.model.StateChange.Depose;
import dev.corbel.state.model.StateChange.Move;
import dev.corbel.state.model.StateChange.PutBlueprint;
import dev.corbel.state.model.StateChange.PutCurrent;
import dev.corbel.state.model.StateChange.PutDeposed;
import dev.corbel.state.model.StateChange.PutOutput;
import dev.corbel.state.model.StateChange.RemoveBlueprint;
import dev.corbel.state.model.StateChange.RemoveCurrent;
import dev.corbel.state.model.StateChange.RemoveDeposed;
import dev.corbel.state.model.StateChange.RemoveOutput;
import dev.corbel.state.model.StateChange.Restore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StateBuilderTest {
    private static final Address A = address("a");
    private static final Address B = address("b");

    private final StateBuilder builder = new StateBuilder(State.empty("production"));

    private State after(StateChange... changes) {
        List.of(changes).forEach(builder::apply);
        State once = builder.build("production", "lineage", 1);
        builder.apply(changes[changes.length - 1]);
        assertThat(builder.build("production", "lineage", 1)).isEqualTo(once);
        return once;
    }

    private static ResourceInstance instance(
            Address address, Optional<StateObject> current, Map<String, StateObject> deposed) {
        return new ResourceInstance(address, current, deposed);
    }

    @Test
    void putsAndRemovesCurrentObjects() {
        assertThat(after(new PutCurrent(A, object("1")), new PutCurrent(A, object("2")))
                        .instances())
                .isEqualTo(Map.of(A, instance(A, Optional.of(object("2")), Map.of())));
        assertThat(after(new RemoveCurrent(A)).instances()).isEmpty();
    }

    @Test
    void deposesAndRestoresObjects() {
        assertThat(after(new PutCurrent(A, object("1")), new Depose(A, "k")).instances())
                .isEqualTo(Map.of(A, instance(A, Optional.empty(), Map.of("k", object("1")))));
        assertThat(after(new Restore(A, "k")).instances())
                .isEqualTo(Map.of(A, instance(A, Optional.of(object("1")), Map.of())));
    }

    @Test
    void keepsADeposedObjectBesideItsReplacementUntilItIsRemoved() {
        assertThat(after(new PutCurrent(A, object("1")), new Depose(A, "k"), new PutCurrent(A, object("2")))
                        .instances())
                .isEqualTo(Map.of(A, instance(A, Optional.of(object("2")), Map.of("k", object("1")))));
        assertThat(after(new PutDeposed(A, "k", object("3"))).instances())
                .isEqualTo(Map.of(A, instance(A, Optional.of(object("2")), Map.of("k", object("3")))));
        assertThat(after(new RemoveDeposed(A, "k")).instances())
                .isEqualTo(Map.of(A, instance(A, Optional.of(object("2")), Map.of())));
    }

    @Test
    void movesAllObjectsOfAnAddress() {
        assertThat(after(new PutDeposed(A, "k", object("1")), new PutCurrent(A, object("2")), new Move(A, B))
                        .instances())
                .isEqualTo(Map.of(B, instance(B, Optional.of(object("2")), Map.of("k", object("1")))));
    }

    @Test
    void putsAndRemovesOutputsAndBlueprints() {
        OutputValue output = new OutputValue(Value.of("x"), false);
        State state = after(new PutOutput("url", output), new PutBlueprint(A, 3));
        assertThat(state.outputs()).isEqualTo(Map.of("url", output));
        assertThat(state.blueprints()).isEqualTo(Map.of(A, 3));
        assertThat(after(new RemoveOutput("url"), new RemoveBlueprint(A)))
                .isEqualTo(new State("production", "lineage", 1, Map.of(), Map.of(), Map.of()));
    }

    @Test
    void saysWhetherAnythingChanged() {
        builder.apply(new RemoveCurrent(A));
        builder.apply(new Move(A, B));
        builder.apply(new RemoveOutput("url"));
        assertThat(builder.changed()).isFalse();
        builder.apply(new PutCurrent(A, object("1")));
        assertThat(builder.changed()).isTrue();
        StateBuilder again = new StateBuilder(builder.build("production", "lineage", 1));
        again.apply(new PutCurrent(A, object("1")));
        assertThat(again.changed()).isFalse();
    }

    @Test
    void refusesToLoseAnObject() {
        after(new PutCurrent(A, object("1")), new PutCurrent(B, object("2")), new PutDeposed(A, "k", object("3")));
        assertThatThrownBy(() -> builder.apply(new Move(A, B)))
                .hasMessage("cannot move sim_object.a to sim_object.b: something stands there");
        assertThatThrownBy(() -> builder.apply(new Depose(A, "k")))
                .hasMessage("sim_object.a has a deposed object k already");
        assertThatThrownBy(() -> builder.apply(new Restore(A, "k")))
                .hasMessage("sim_object.a has a current object; k cannot take its place");
    }
}
