package dev.corbel.providers.simulator;

import static dev.corbel.providers.simulator.SimulatorFixture.attributes;
import static dev.corbel.providers.simulator.SimulatorFixture.failure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimObjectRecoveryTest {
    private static final MapValue NAMED = attributes("name", Value.of("a"));
    private static final MapValue TAGGED = attributes("identity", Value.of("tag"));

    @TempDir
    Path project;

    private SimulatorFixture simulator;

    @BeforeEach
    void open() {
        simulator = new SimulatorFixture(project);
    }

    @AfterEach
    void close() {
        simulator.close();
    }

    private Optional<ObjectState> recover(MapValue planned, String token) throws Exception {
        return simulator.type.recover(simulator.session, simulator.request(planned, token));
    }

    @Test
    void findsAnObjectByItsName() throws Exception {
        ObjectState object = simulator.create(NAMED, "operation-1");

        assertThat(recover(NAMED, "operation-1")).contains(object);
    }

    @Test
    void doesNotTakeAnObjectOfAnotherOperation() throws Exception {
        simulator.create(NAMED, "operation-1");

        assertThat(failure(() -> recover(NAMED, "operation-2")).diagnostic())
                .isEqualTo(Diagnostic.error(
                                "The name \"a\" belongs to another sim_object",
                                "Its id is sim-187f0349dd12b6dc, and another operation than this one made it.")
                        .withHint("Choose another name, or take over the object with adopt and this id."));
    }

    @Test
    void findsAnObjectByItsTag() throws Exception {
        ObjectState object = simulator.create(TAGGED, "operation-1");
        simulator.create(TAGGED, "operation-2");
        Files.move(simulator.file(SimulatorFixture.id(object)), simulator.file("elsewhere"));

        assertThat(recover(TAGGED, "operation-1"))
                .contains(new ObjectState(object.attributes().with("id", Value.of("elsewhere")), "operation-1"));
    }

    @Test
    void findsAnObjectByItsTagWhereAllElseWasASecret() throws Exception {
        ObjectState object = simulator.create(TAGGED, "operation-1");
        MapValue kept = attributes("identity", Value.unknown()).with("name", Value.unknown());

        assertThat(recover(kept, "operation-1")).contains(object);
        assertThat(recover(kept, "operation-2")).isEmpty();
    }

    @Test
    void saysWhenThereIsCertainlyNone() throws Exception {
        assertThat(recover(NAMED, "operation-1")).isEmpty();
        assertThat(recover(TAGGED, "operation-1")).isEmpty();
        assertThat(recover(attributes("name", Value.ofNull()), "operation-1")).isEmpty();
    }
}
