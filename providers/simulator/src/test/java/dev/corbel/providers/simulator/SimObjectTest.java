package dev.corbel.providers.simulator;

import static dev.corbel.providers.simulator.SimulatorFixture.attributes;
import static dev.corbel.providers.simulator.SimulatorFixture.failure;
import static dev.corbel.providers.simulator.SimulatorFixture.id;
import static dev.corbel.providers.simulator.SimulatorFixture.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimObjectTest {
    private static final String CHECKSUM_OF_1 = "6b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4b";
    private static final String CHECKSUM_OF_2 = "d4735e3a265e16eee03f59718b9b5d03019c07d8b6c51f90da3a666eec13ab35";

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

    @Test
    void nothingIsWrittenBeforeTheFirstCall() {
        assertThat(simulator.directory).doesNotExist();
    }

    @Test
    void creatingGivesRevisionOneAndTheChecksumOfTheValue() throws Exception {
        ObjectState object = simulator.create(
                attributes("name", Value.of("a"), "value", Value.of(1), "fixed", Value.of("f")), "operation-1");

        assertThat(object.privateData()).isEqualTo("operation-1");
        assertThat(object.attributes())
                .isEqualTo(attributes(
                        "id", Value.of("sim-187f0349dd12b6dc"),
                        "name", Value.of("a"),
                        "value", Value.of(1),
                        "fixed", Value.of("f"),
                        "fail", Value.ofNull(),
                        "deletion_protection", Value.ofNull(),
                        "stores", Value.ofNull(),
                        "region", Value.ofNull(),
                        "password_wo", Value.ofNull(),
                        "password_wo_version", Value.ofNull(),
                        "identity", Value.ofNull(),
                        "revision", Value.of(1),
                        "checksum", Value.of(CHECKSUM_OF_1)));
    }

    @Test
    void theFileHasTheFieldsAndTheToken() throws Exception {
        ObjectState object = simulator.create(
                attributes("name", Value.of("a"), "value", Value.of(1), "fail", texts("delete")), "operation-1");

        assertThat(Files.readString(simulator.file(id(object)))).isEqualTo("""
                        {
                          "id" : "%s",
                          "name" : "a",
                          "value" : 1,
                          "fixed" : null,
                          "fail" : [ "delete" ],
                          "identity" : null,
                          "revision" : 1,
                          "checksum" : "%s",
                          "token" : "operation-1"
                        }
                        """.formatted(id(object), CHECKSUM_OF_1));
    }

    @Test
    void numbersAreExact() throws Exception {
        Value number = Value.of(new BigDecimal("12345678901234567890.123456789012345678901"));

        ObjectState object = simulator.create(attributes("value", number));

        assertThat(simulator.read(object)).containsExactly(new ReadResult.Present(object));
        assertThat(object.attributes().get("value")).isEqualTo(number);
    }

    @Test
    void equalMapsHaveEqualChecksumsWhateverTheirOrder() throws Exception {
        MapValue left = attributes("value", attributes("a", Value.of(1), "b", Value.of(2)));
        MapValue right = attributes("value", attributes("b", Value.of(2), "a", Value.of(1)));

        assertThat(simulator.create(left).attributes().get("checksum"))
                .isEqualTo(simulator.create(right).attributes().get("checksum"));
    }

    @Test
    void updatingCountsTheRevisionAndLeavesTheRest() throws Exception {
        ObjectState object = simulator.create(attributes("name", Value.of("a"), "value", Value.of(1)), "operation-1");

        ObjectState updated = simulator.update(object, object.attributes().with("value", Value.of(2)));

        assertThat(updated)
                .isEqualTo(new ObjectState(
                        object.attributes()
                                .with("value", Value.of(2))
                                .with("revision", Value.of(2))
                                .with("checksum", Value.of(CHECKSUM_OF_2)),
                        "operation-1"));
        assertThat(simulator.read(object)).containsExactly(new ReadResult.Present(updated));
    }

    @Test
    void updatingWithoutAnotherValueKeepsAChecksumThatSomebodyEdited() throws Exception {
        ObjectState object = simulator.create(attributes("value", Value.of(1)));
        simulator.edit(id(object), "checksum", Value.of("edited"));

        ObjectState updated = simulator.update(object, object.attributes().with("identity", Value.of("none")));

        assertThat(updated.attributes().get("checksum")).isEqualTo(Value.of("edited"));
    }

    @Test
    void anUpdateDoesNotChangeWhatIsImmutable() throws Exception {
        ObjectState object = simulator.create(attributes("name", Value.of("a"), "fixed", Value.of(1)));

        ObjectState updated = simulator.update(
                object, object.attributes().with("name", Value.of("b")).with("fixed", Value.of(2)));

        assertThat(updated.attributes()).isEqualTo(object.attributes().with("revision", Value.of(2)));
    }

    @Test
    void anUpdateReplacesWhatTheObjectIsToldToFail() throws Exception {
        ObjectState object = simulator.create(attributes("fail", texts("delete")));

        simulator.update(object, object.attributes());

        assertThat(simulator.content(id(object)).get("fail")).isEqualTo(Value.ofNull());
    }

    @Test
    void updatingWhatIsGoneFails() throws Exception {
        ObjectState object = simulator.create(attributes("value", Value.of(1)), "operation-1");
        Files.delete(simulator.file(id(object)));

        assertThat(failure(() -> simulator.update(object, object.attributes())).diagnostic())
                .isEqualTo(Diagnostic.error(
                        "The sim_object sim-187f0349dd12b6dc is gone",
                        "Its file was deleted since the object was last read."));
    }

    @Test
    void deletingTwiceIsFine() throws Exception {
        ObjectState object = simulator.create(attributes("name", Value.of("a")));

        simulator.delete(object);
        simulator.delete(object);

        assertThat(simulator.read(object)).containsExactly(new ReadResult.Absent());
        try (Stream<Path> left = Files.walk(simulator.directory).filter(Files::isRegularFile)) {
            assertThat(left.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("calls.jsonl", "lock");
        }
    }

    @Test
    void readingManyAnswersInOrder() throws Exception {
        ObjectState first = simulator.create(attributes("name", Value.of("a")));
        ObjectState second = simulator.create(attributes("name", Value.of("b")));
        ObjectState third = simulator.create(attributes("name", Value.of("c")));
        simulator.delete(second);

        assertThat(simulator.read(third, second, first))
                .containsExactly(new ReadResult.Present(third), new ReadResult.Absent(), new ReadResult.Present(first));
    }

    @Test
    void editsAreReality() throws Exception {
        ObjectState object = simulator.create(attributes("value", Value.of(1)));
        simulator.edit(id(object), "value", Value.of(7));
        simulator.edit(id(object), "revision", Value.of(9));

        assertThat(simulator.read(object))
                .containsExactly(new ReadResult.Present(new ObjectState(
                        object.attributes().with("value", Value.of(7)).with("revision", Value.of(9)),
                        object.privateData())));
    }

    @Test
    void anObjectMadeByHandNeedsNoMoreThanBraces() throws Exception {
        Files.createDirectories(simulator.directory.resolve("objects"));
        Files.writeString(simulator.file("hand-made"), "{}");

        assertThat(simulator.type.list(simulator.session)).containsExactly("hand-made");
        assertThat(simulator.type.importObject(simulator.session, "hand-made"))
                .contains(new ObjectState(attributes(
                        "id", Value.of("hand-made"),
                        "name", Value.ofNull(),
                        "value", Value.ofNull(),
                        "fixed", Value.ofNull(),
                        "fail", Value.ofNull(),
                        "deletion_protection", Value.ofNull(),
                        "stores", Value.ofNull(),
                        "region", Value.ofNull(),
                        "password_wo", Value.ofNull(),
                        "password_wo_version", Value.ofNull(),
                        "identity", Value.ofNull(),
                        "revision", Value.of(1),
                        "checksum", Value.of(Checksum.of(Value.ofNull())))));
    }

    @Test
    void theKindAndThePlaceOfDataChangeInPlace() throws Exception {
        MapValue planned = attributes("name", Value.of("a"), "stores", Value.of("primary"));
        ObjectState object = simulator.create(planned);
        assertThat(object.attributes().get("stores")).isEqualTo(Value.of("primary"));
        assertThat(Files.readString(simulator.file(id(object)))).contains("\"stores\" : \"primary\"");

        ObjectState moved =
                simulator.update(object, attributes("stores", Value.of("backup"), "region", Value.of("eu-west-1")));

        assertThat(moved.attributes().get("stores")).isEqualTo(Value.of("backup"));
        assertThat(moved.attributes().get("region")).isEqualTo(Value.of("eu-west-1"));
        assertThat(Files.readString(simulator.file(id(object))))
                .contains("\"stores\" : \"backup\"", "\"region\" : \"eu-west-1\"");
    }

    @Test
    void whatIsProtectedIsNotDeletedUntilThatIsSwitchedOff() throws Exception {
        MapValue planned = attributes("name", Value.of("a"), "deletion_protection", Value.of(true));
        ObjectState guarded = simulator.create(planned);

        assertThat(failure(() -> simulator.delete(guarded)))
                .satisfies(failure -> assertThat(failure.object()).contains(guarded))
                .extracting(ProviderException::diagnostic)
                .isEqualTo(Diagnostic.error(
                                "The sim_object a is protected",
                                "Its deletion_protection is on, so that the simulator does not delete it. Nothing was"
                                        + " deleted.")
                        .withHint("Apply deletion_protection = false first (deletionProtection = false in a"
                                + " component)."));
        assertThat(simulator.type.list(simulator.session)).hasSize(1);

        simulator.delete(simulator.update(guarded, planned.with("deletion_protection", Value.of(false))));

        assertThat(simulator.type.list(simulator.session)).isEmpty();
    }

    @Test
    void listsAndImportsByTheNameOfTheFile() throws Exception {
        ObjectState first = simulator.create(attributes("value", Value.of(1)));
        ObjectState second = simulator.create(attributes("value", Value.of(2)));
        Files.writeString(simulator.directory.resolve("objects").resolve("notes.txt"), "not an object");

        assertThat(simulator.type.list(simulator.session)).containsExactlyInAnyOrder(id(first), id(second));
        assertThat(simulator.type.importObject(simulator.session, id(second))).contains(second);
        assertThat(simulator.type.importObject(simulator.session, "sim-0")).isEmpty();
        assertThat(simulator.type.importObject(simulator.session, "../calls")).isEmpty();
    }

    @Test
    void aNameThatExistsIsRefused() throws Exception {
        simulator.create(attributes("name", Value.of("a")), "operation-1");

        assertThat(failure(() -> simulator.create(attributes("name", Value.of("a")))))
                .satisfies(failure -> assertThat(failure.object()).isEmpty())
                .extracting(ProviderException::diagnostic)
                .isEqualTo(Diagnostic.error(
                                "A sim_object with the name \"a\" exists already",
                                "Its id is sim-187f0349dd12b6dc. Only one object in a directory can have a name.")
                        .withHint("Choose another name, or take over the object with adopt and this id."));
    }

    @Test
    void aNameThatSomebodyWroteIntoAFileIsRefusedToo() throws Exception {
        ObjectState object = simulator.create(attributes("name", Value.of("a")));
        simulator.edit(id(object), "name", Value.of("b"));

        assertThatThrownBy(() -> simulator.create(attributes("name", Value.of("b"))))
                .hasMessage("A sim_object with the name \"b\" exists already");
        assertThat(simulator.create(attributes("name", Value.of("a")))).isNotNull();
    }

    @Test
    void aNameIsFreeAgainOnceItsObjectIsGone() throws Exception {
        ObjectState deleted = simulator.create(attributes("name", Value.of("a")));
        simulator.delete(deleted);
        ObjectState removedByHand = simulator.create(attributes("name", Value.of("a")));
        Files.delete(simulator.file(id(removedByHand)));

        ObjectState last = simulator.create(attributes("name", Value.of("a")));

        assertThat(List.of(id(deleted), id(removedByHand), id(last))).doesNotHaveDuplicates();
    }

    @Test
    void theSameTokenGivesTheSameObject() throws Exception {
        ObjectState object = simulator.create(attributes("value", Value.of(1)), "operation-1");

        assertThat(simulator.create(attributes("value", Value.of(1)), "operation-1"))
                .isEqualTo(object);
        assertThat(simulator.type.list(simulator.session)).hasSize(1);
    }

    @Test
    void anIdentityThatIsNoTokenMakesAnotherObject() throws Exception {
        for (String identity : List.of("tag", "none")) {
            MapValue planned = attributes("identity", Value.of(identity));

            ObjectState first = simulator.create(planned, "operation-" + identity);
            ObjectState second = simulator.create(planned, "operation-" + identity);

            assertThat(id(second)).isNotEqualTo(id(first));
        }
    }
}
