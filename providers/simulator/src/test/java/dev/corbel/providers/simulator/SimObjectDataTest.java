package dev.corbel.providers.simulator;

import static dev.corbel.providers.simulator.SimulatorFixture.attributes;
import static dev.corbel.providers.simulator.SimulatorFixture.failure;
import static dev.corbel.providers.simulator.SimulatorFixture.id;
import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.providers.api.DataSourceType;
import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimObjectDataTest {
    @TempDir
    Path project;

    private final DataSourceType data = new SimObjectData();
    private SimulatorFixture simulator;

    @BeforeEach
    void open() {
        simulator = new SimulatorFixture(project);
    }

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void looksUpByNameAndById() throws Exception {
        ObjectState object = simulator.create(attributes("name", Value.of("a"), "value", Value.of(1)));
        MapValue expected = attributes(
                "id", Value.of(id(object)),
                "name", Value.of("a"),
                "value", Value.of(1),
                "fixed", Value.ofNull(),
                "deletion_protection", Value.ofNull(),
                "stores", Value.ofNull(),
                "region", Value.ofNull(),
                "identity", Value.ofNull(),
                "revision", Value.of(1),
                "checksum", object.attributes().get("checksum"));

        assertThat(read(attributes("name", Value.of("a")))).isEqualTo(expected);
        assertThat(read(attributes("id", Value.of(id(object)), "name", Value.ofNull())))
                .isEqualTo(expected);
        assertThat(expected.entries().keySet()).isEqualTo(data.schema().names());
    }

    @Test
    void saysWhatIsNotThere() {
        assertThat(problem(attributes("name", Value.of("a"))))
                .isEqualTo(Diagnostic.error(
                        "There is no sim_object with the name \"a\"",
                        "Looked in the objects folder of the simulator's directory."));
        assertThat(problem(attributes("id", Value.of("x"))))
                .isEqualTo(Diagnostic.error(
                        "There is no sim_object with the id \"x\"",
                        "Looked in the objects folder of the simulator's directory."));
    }

    @Test
    void needsOneOfNameAndId() {
        assertThat(problem(MapValue.EMPTY))
                .isEqualTo(Diagnostic.error("A lookup of a sim_object needs either id or name", "Neither is given."));
        assertThat(problem(attributes("id", Value.of("x"), "name", Value.of("a"))))
                .isEqualTo(Diagnostic.error("A lookup of a sim_object needs either id or name", "Both are given."));
    }

    private MapValue read(MapValue configuration) throws Exception {
        return data.read(simulator.session, configuration);
    }

    private Diagnostic problem(MapValue configuration) {
        return failure(() -> read(configuration)).diagnostic();
    }
}
