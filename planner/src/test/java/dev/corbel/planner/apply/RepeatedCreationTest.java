package dev.corbel.planner.apply;

import static dev.corbel.planner.apply.TestPlan.address;
import static dev.corbel.planner.apply.TestPlan.declared;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.corbel.providers.api.IdentityClass;
import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.BlockType;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A creation with a client token is repeated as it was, or not at all. */
class RepeatedCreationTest {
    private static final String SECRET = "hunter2";
    private static final Value SENSITIVE = Value.sensitive(Value.of(SECRET));
    private static final Schema LOGIN = Schema.builder()
            .attribute(Attribute.optional("user", Type.STRING))
            .attribute(Attribute.optional("token", Type.STRING).writeOnly())
            .build();
    private static final Schema SCHEMA = Schema.builder()
            .attribute(Attribute.optional("value", Type.ANY))
            .attribute(Attribute.optional("password", Type.STRING).writeOnly())
            .attribute(Attribute.optionalComputed("zone", Type.STRING))
            .attribute(Attribute.computed("key", Type.STRING).sensitive())
            .attribute(Attribute.computed("id", Type.STRING))
            .block(BlockType.single("owner", LOGIN))
            .block(BlockType.set("login", LOGIN))
            .build();

    @TempDir
    private Path folder;

    private final ScriptedProvider fake = new ScriptedProvider();
    private TestProject project;
    private String kept = "";

    @BeforeEach
    void open() {
        fake.schema = SCHEMA;
        fake.identity = IdentityClass.CLIENT_TOKEN;
        project = new TestProject(folder, fake);
    }

    /** Applies a plan in which no answer comes to the creation, and looks at what is written down meanwhile and after. */
    private void loseCreationOf(String name, Value value) {
        fake.create = planned -> {
            kept = files();
            throw ProviderException.uncertain(Diagnostic.error("No answer came", ""));
        };
        assertThat(project.apply(project.plan().create(declared("fake_object.a").with(name, value)))
                        .succeeded())
                .isFalse();
        kept += files();
        fake.calls.clear();
        fake.create = RepeatedCreationTest::made;
    }

    private String files() {
        StringBuilder text = new StringBuilder();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                text.append(file).append('\n').append(Files.readString(file, UTF_8));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return text.toString();
    }

    private static ObjectState made(MapValue planned) {
        return new ObjectState(planned.with("id", Value.of("made"))
                .with("zone", planned.get("zone").isUnknown() ? Value.of("north") : planned.get("zone"))
                .with("key", Value.of("generated")));
    }

    static List<Arguments> secrets() {
        MapValue open = Value.map(Map.of("user", Value.of("ada")));
        MapValue writeOnly = Value.map(Map.of("user", Value.of("eve"), "token", Value.of(SECRET)));
        MapValue sensitive = Value.map(Map.of("user", SENSITIVE));
        return List.of(
                Arguments.of("value", SENSITIVE),
                Arguments.of("value", Value.map(Map.of("inside", Value.list(SENSITIVE)))),
                Arguments.of("password", Value.of(SECRET)),
                Arguments.of("zone", SENSITIVE),
                Arguments.of("owner", writeOnly),
                Arguments.of("owner", sensitive),
                Arguments.of("login", Value.list(open, writeOnly)),
                Arguments.of("login", Value.list(open, sensitive)));
    }

    @ParameterizedTest
    @MethodSource("secrets")
    void withoutItsSecretsItWouldBeAnotherRequest(String name, Value value) {
        loseCreationOf(name, value);

        DiagnosticsException stuck = catchThrowableOfType(DiagnosticsException.class, project::recover);

        assertThat(stuck).isNotNull();
        assertThat(stuck.diagnostics())
                .extracting(TestProject::text)
                .extracting(text -> text.replaceAll("operation [0-9a-f-]+", "operation ID"))
                .containsExactly("""
                        fake_object.a: Nobody knows whether fake_object.a was created
                        An earlier run did not learn what came of the creation (operation ID, provider "fake"), and what \
                        it asked for holds secrets, which are not kept, so that the type fake_object cannot repeat it.
                        Look for the object. Where it exists: corbel import test 'fake_object.a' ID. Where not: corbel state \
                        rm test 'fake_object.a'""");
        assertThat(fake.calls).isEmpty();
        assertThat(kept).contains("fake_object").doesNotContain(SECRET);
    }

    static List<Arguments> plain() {
        return List.of(
                Arguments.of("value", Value.of("a")),
                Arguments.of("password", Value.ofNull()),
                Arguments.of("zone", Value.of("south")),
                Arguments.of("owner", Value.map(Map.of("user", Value.of("ada")))),
                Arguments.of("login", Value.list(Value.map(Map.of("user", Value.of("ada"))))));
    }

    @ParameterizedTest
    @MethodSource("plain")
    void whatHasNoSecretsIsRepeatedThoughTheProviderMakesOne(String name, Value value) {
        loseCreationOf(name, value);

        assertThat(project.recover())
                .extracting(Diagnostic::detail)
                .containsExactly("It was repeated, and its object is in state now (id made).");
        assertThat(fake.calls).containsExactly("create fake_object.a");
        MapValue attributes =
                project.state().current(address("fake_object.a")).orElseThrow().attributes();
        assertThat(attributes.get("key")).isEqualTo(Value.sensitive(Value.of("generated")));
        assertThat(attributes.get("password")).isEqualTo(Value.ofNull());
    }

    @Test
    void aWriteOnlyAttributeStaysOutOfStateThoughItsPlaceIsKeptUntilThen() {
        fake.identity = IdentityClass.TAG;
        loseCreationOf("password", Value.of(SECRET));
        fake.recover = planned -> Optional.of(made(planned));

        assertThat(project.recover())
                .extracting(Diagnostic::detail)
                .containsExactly("It was created, and is in state now (id made).");
        assertThat(project.state()
                        .current(address("fake_object.a"))
                        .orElseThrow()
                        .attributes()
                        .get("password"))
                .isEqualTo(Value.ofNull());
    }
}
