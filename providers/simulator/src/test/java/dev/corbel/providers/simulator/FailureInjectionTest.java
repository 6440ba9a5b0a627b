package dev.corbel.providers.simulator;

import static dev.corbel.providers.simulator.SimulatorFixture.attributes;
import static dev.corbel.providers.simulator.SimulatorFixture.failure;
import static dev.corbel.providers.simulator.SimulatorFixture.id;
import static dev.corbel.providers.simulator.SimulatorFixture.texts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FailureInjectionTest {
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

    private static Diagnostic injected(String call) {
        return Diagnostic.error(
                "Simulated failure of " + call,
                "The object's \"fail\", in the definition or in its file, names this call.");
    }

    @Test
    void aFailingCreationWritesNothing() throws Exception {
        ProviderException failure =
                failure(() -> simulator.create(attributes("name", Value.of("a"), "fail", texts("create"))));

        assertThat(failure.diagnostic()).isEqualTo(injected("create"));
        assertThat(failure.object()).isEmpty();
        assertThat(simulator.type.list(simulator.session)).isEmpty();
        assertThat(simulator.create(attributes("name", Value.of("a")))).isNotNull();
    }

    @Test
    void aPartialCreationWritesTheObjectAndFailsWithIt() throws Exception {
        ProviderException failure =
                failure(() -> simulator.create(attributes("name", Value.of("a"), "fail", texts("create-partial"))));

        assertThat(failure.diagnostic()).isEqualTo(injected("create-partial"));
        ObjectState object = failure.object().orElseThrow();
        assertThat(simulator.read(object)).containsExactly(new ReadResult.Present(object));
        assertThat(simulator.update(object, object.attributes().with("value", Value.of(1))))
                .isNotNull();
    }

    @Test
    void anUpdateThatTheRequestFailsLeavesTheObjectAndGivesIt() throws Exception {
        ObjectState object = simulator.create(attributes("value", Value.of(1)));
        MapValue planned = object.attributes().with("value", Value.of(2)).with("fail", texts("update"));

        ProviderException failure = failure(() -> simulator.update(object, planned));

        assertThat(failure.diagnostic()).isEqualTo(injected("update"));
        assertThat(failure.object()).contains(object);
        assertThat(simulator.read(object)).containsExactly(new ReadResult.Present(object));
    }

    @Test
    void anUpdateThatTheFileFailsLeavesTheObject() throws Exception {
        ObjectState object = simulator.create(attributes("value", Value.of(1)));
        simulator.edit(id(object), "fail", texts("update"));

        ProviderException failure =
                failure(() -> simulator.update(object, object.attributes().with("value", Value.of(2))));

        assertThat(failure.diagnostic()).isEqualTo(injected("update"));
        assertThat(simulator.content(id(object)).get("value")).isEqualTo(Value.of(1));
    }

    @Test
    void aFailingReadMakesThisObjectUnreadableAndNoOther() throws Exception {
        ObjectState failing = simulator.create(attributes("fail", texts("read")));
        ObjectState other = simulator.create(attributes("value", Value.of(1)));

        assertThat(simulator.read(failing, other))
                .containsExactly(new ReadResult.Unreadable(injected("read")), new ReadResult.Present(other));
        assertThat(failure(() -> simulator.type.importObject(simulator.session, id(failing)))
                        .diagnostic())
                .isEqualTo(injected("read"));
    }

    @Test
    void aFailingDeletionKeepsTheObject() throws Exception {
        ObjectState object = simulator.create(attributes("fail", texts("delete")));

        assertThat(failure(() -> simulator.delete(object)).diagnostic()).isEqualTo(injected("delete"));
        assertThat(simulator.read(object)).containsExactly(new ReadResult.Present(object));
        simulator.edit(id(object), "fail", Value.ofNull());
        simulator.delete(object);
        assertThat(simulator.read(object)).containsExactly(new ReadResult.Absent());
    }

    @Test
    void aFileThatIsNoJsonIsUnreadable() throws Exception {
        assertUnreadable("{\"value\": 1", "line 1, column 12: it ends too early");
        assertUnreadable("{\"value\": hunter2}", "line 1, column 18: it is no JSON here");
        assertUnreadable("", "the JSON text is empty");
        assertUnreadable("[]", "it must be a JSON object");
        assertUnreadable("{} {}", "there is more text after the JSON value");
        assertUnreadable("{\"name\": 1}", "\"name\" must be a string");
        assertUnreadable("{\"fail\": \"read\"}", "\"fail\" must be a list");
        assertUnreadable("{\"identity\": []}", "\"identity\" must be a string");
        assertUnreadable("{\"stores\": 1}", "\"stores\" must be a string");
        assertUnreadable("{\"region\": true}", "\"region\" must be a string");
        assertUnreadable("{\"revision\": \"1\"}", "\"revision\" must be a number");
    }

    private void assertUnreadable(String content, String problem) throws Exception {
        ObjectState object = simulator.create(attributes("value", Value.of(1)));
        Path file = simulator.file(id(object));
        Files.writeString(file, content);
        Diagnostic expected = Diagnostic.error("The file of a sim_object is not readable", file + ": " + problem + ".")
                .withHint("Repair the file, or delete it to delete the object.");

        assertThat(simulator.read(object)).containsExactly(new ReadResult.Unreadable(expected));
        assertThat(failure(() -> simulator.update(object, object.attributes())).diagnostic())
                .isEqualTo(expected);
        assertThat(failure(() -> simulator.type.importObject(simulator.session, id(object)))
                        .diagnostic())
                .isEqualTo(expected);
        simulator.delete(object);
        assertThat(file).doesNotExist();
    }

    @Test
    void aFileThatIsNoTextIsUnreadable() throws Exception {
        ObjectState object = simulator.create(attributes("value", Value.of(1)));
        Path file = simulator.file(id(object));
        Files.write(file, new byte[] {'"', (byte) 0xff, '"'});

        assertThat(simulator.read(object))
                .containsExactly(new ReadResult.Unreadable(
                        Diagnostic.error("The file of a sim_object is not readable", file + ": it is no UTF-8 text.")
                                .withHint("Repair the file, or delete it to delete the object.")));
    }

    @Test
    void aFolderInTheWayIsReportedAndNotTakenForAbsence() throws Exception {
        ObjectState object = simulator.create(attributes("value", Value.of(1)));
        Path file = simulator.file(id(object));
        Files.delete(file);
        Files.createDirectory(file);

        assertThat(simulator.read(object))
                .containsExactly(new ReadResult.Unreadable(Diagnostic.error(
                        "The simulator's directory cannot be used",
                        "FileNotFoundException: " + file + " (Is a directory)")));
    }

    @Test
    void aFileInPlaceOfTheFolderIsTheWholeSimulatorsProblem() throws Exception {
        ObjectState object = simulator.create(attributes("value", Value.of(1)));
        Path objects = simulator.directory.resolve("objects");
        Files.delete(simulator.file(id(object)));
        Files.delete(objects);
        Files.createFile(objects);

        assertThat(simulator.read(object))
                .singleElement()
                .isInstanceOfSatisfying(ReadResult.Unreadable.class, answer -> {
                    assertThat(answer.reason().summary()).isEqualTo("The simulator's directory cannot be used");
                    assertThat(answer.reason().isOfSession()).isTrue();
                });
        assertThat(failure(() -> simulator.create(attributes("value", Value.of(2))))
                        .diagnostic()
                        .isOfSession())
                .isTrue();
    }
}
