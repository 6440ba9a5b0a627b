package dev.corbel.state.edit;

import static dev.corbel.state.Samples.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.address.AddressParser;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.state.Samples;
import dev.corbel.state.journal.Intent;
import dev.corbel.state.model.State;
import dev.corbel.state.model.StateBuilder;
import dev.corbel.state.model.StateChange;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class StateEditsTest {
    private static final String ORDERS = "region:eu/app:orders";

    private final State state = state();

    private static Address at(String qualified) {
        return AddressParser.parse(qualified).orElseThrow();
    }

    private static State state() {
        StateBuilder builder = new StateBuilder(State.empty("production"));
        builder.apply(new StateChange.PutCurrent(at(ORDERS + "/sim_object.network"), object("n")));
        for (String key : List.of("a", "b")) {
            builder.apply(new StateChange.PutCurrent(
                    at(ORDERS + "/sim_object.subnet[\"" + key + "\"]"),
                    object(key).withDependencies(List.of(at(ORDERS + "/sim_object.network")), false)));
        }
        builder.apply(new StateChange.PutDeposed(at(ORDERS + "/sim_object.network"), "k", object("old")));
        builder.apply(new StateChange.PutCurrent(at("region:eu/sim_object.edge"), object("edge")));
        builder.apply(new StateChange.PutBlueprint(at(ORDERS), 2));
        return builder.build("production", "lineage", 1);
    }

    private State after(List<StateChange> changes) {
        StateBuilder builder = new StateBuilder(state);
        changes.forEach(builder::apply);
        return builder.build("production", "lineage", 1);
    }

    private static List<String> addresses(State state) {
        return state.instances().keySet().stream()
                .map(Address::toString)
                .sorted()
                .toList();
    }

    private State moved(String from, String to) {
        return after(StateEdits.move(state, at(from), at(to)));
    }

    private static String text(ThrowingCallable call) {
        Diagnostic problem = catchThrowableOfType(DiagnosticsException.class, call)
                .diagnostics()
                .get(0);
        return problem.summary() + "\n" + problem.detail() + "\n"
                + problem.hint().orElse("");
    }

    @Test
    void aCreationThatMadeNothingGivesBackWhatItWasToReplace() {
        Address network = at(ORDERS + "/sim_object.network");
        State deposed = after(List.of(new StateChange.RemoveCurrent(network)));

        assertThat(StateEdits.nothingCreated(deposed, creation(network, "k")))
                .containsExactly(new StateChange.Restore(network, "k"));
        assertThat(StateEdits.nothingCreated(deposed, creation(network, "other")))
                .isEmpty();
    }

    private static Intent creation(Address address, String deposedKey) {
        Intent intent = Samples.intent("o", "network");
        return new Intent(
                "o",
                address,
                Intent.Action.CREATE,
                intent.provider(),
                intent.identity(),
                intent.planned(),
                intent.template(),
                Optional.of(deposedKey),
                intent.digest());
    }

    @Test
    void forgetsAllObjectsOfAnInstance() {
        assertThat(addresses(after(StateEdits.remove(state, List.of(at(ORDERS + "/sim_object.network"))))))
                .containsExactly(
                        "eu/orders/sim_object.subnet[\"a\"]",
                        "eu/orders/sim_object.subnet[\"b\"]",
                        "eu/sim_object.edge");
    }

    @Test
    void movesAnInstanceAndWhatOthersKnowOfIt() {
        State after = moved(ORDERS + "/sim_object.network", ORDERS + "/sim_object.vpc");
        assertThat(addresses(after))
                .containsExactly(
                        "eu/orders/sim_object.subnet[\"a\"]",
                        "eu/orders/sim_object.subnet[\"b\"]",
                        "eu/orders/sim_object.vpc",
                        "eu/sim_object.edge");
        assertThat(after.instance(at(ORDERS + "/sim_object.vpc")).orElseThrow().deposed())
                .containsOnlyKeys("k");
        assertThat(Stream.of("a", "b").map(key -> after.current(at(ORDERS + "/sim_object.subnet[\"" + key + "\"]"))
                        .orElseThrow()
                        .dependencies()))
                .containsOnly(List.of(at(ORDERS + "/sim_object.vpc")));
    }

    @Test
    void movesAResourceWithItsInstances() {
        assertThat(addresses(moved(ORDERS + "/sim_object.subnet", "sim_object.net")))
                .containsExactly(
                        "eu/orders/sim_object.network",
                        "eu/sim_object.edge",
                        "sim_object.net[\"a\"]",
                        "sim_object.net[\"b\"]");
    }

    @Test
    void movesAnInstanceToAnotherKeyOrToNone() {
        assertThat(addresses(moved(ORDERS + "/sim_object.subnet[\"a\"]", ORDERS + "/sim_object.subnet[\"c\"]")))
                .contains("eu/orders/sim_object.subnet[\"b\"]", "eu/orders/sim_object.subnet[\"c\"]");
        assertThat(addresses(moved(ORDERS + "/sim_object.subnet[\"a\"]", "sim_object.single")))
                .contains("eu/orders/sim_object.subnet[\"b\"]", "sim_object.single");
    }

    @Test
    void movesAComponentWithAllThatIsInIt() {
        State after = moved(ORDERS, "region:us/app:shop");
        assertThat(addresses(after))
                .containsExactly(
                        "eu/sim_object.edge",
                        "us/shop/sim_object.network",
                        "us/shop/sim_object.subnet[\"a\"]",
                        "us/shop/sim_object.subnet[\"b\"]");
        assertThat(after.current(at("region:us/app:shop/sim_object.subnet[\"a\"]"))
                        .orElseThrow()
                        .dependencies())
                .containsExactly(at("region:us/app:shop/sim_object.network"));
        assertThat(after.blueprints()).containsOnlyKeys(at("region:us/app:shop"));
    }

    @Test
    void refusesToMoveOntoSomething() {
        assertThat(text(() -> moved(ORDERS + "/sim_object.network", "region:eu/sim_object.edge")))
                .isEqualTo("""
                        Cannot move eu/orders/sim_object.network to eu/sim_object.edge
                        There is eu/sim_object.edge already.
                        Nothing was changed.""");
        assertThat(text(() -> moved(ORDERS + "/sim_object.subnet", "sim_object.net[\"x\"]")))
                .contains("eu/orders/sim_object.subnet[\"a\"] and eu/orders/sim_object.subnet[\"b\"] would both become"
                        + " sim_object.net[\"x\"].");
    }

    @Test
    void refusesToMoveToAnotherTypeOrIntoItself() {
        assertThat(text(() -> moved(ORDERS + "/sim_object.network", "corbel_data.network")))
                .contains("One is of type sim_object, the other of type corbel_data.");
        assertThat(text(() -> moved(ORDERS, "sim_object.orders")))
                .contains("One is a component of kind app, the other of type sim_object.");
        assertThat(text(() -> moved(ORDERS, ORDERS + "/app:inner")))
                .contains("The destination lies within what is to be moved.");
    }
}
