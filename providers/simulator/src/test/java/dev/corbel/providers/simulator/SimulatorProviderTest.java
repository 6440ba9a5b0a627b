package dev.corbel.providers.simulator;

import static dev.corbel.providers.simulator.SimulatorFixture.attributes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.corbel.providers.api.Blueprint;
import dev.corbel.providers.api.Provider;
import dev.corbel.providers.api.ProviderCatalog;
import dev.corbel.providers.api.ProviderContext;
import dev.corbel.providers.api.ResourceType;
import dev.corbel.providers.api.Session;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SimulatorProviderTest {
    @TempDir
    Path project;

    private final Provider provider = new SimulatorProvider();

    @Test
    void theCatalogFindsIt() {
        assertThat(ProviderCatalog.discover().provider("simulator")).containsInstanceOf(SimulatorProvider.class);
    }

    @Test
    void everyComponentHasABlueprint() {
        assertThat(provider.blueprints().keySet())
                .containsExactlyInAnyOrder(
                        "region", "zone", "host", "app", "containers", "loadBalancer", "database", "bucket");
        assertThat(provider.blueprints().values()).allSatisfy(blueprint -> assertThat(blueprint)
                .extracting(Blueprint::version, Blueprint::file)
                .containsExactly(1, "simulator/blueprints/" + blueprint.component() + ".groovy"));
    }

    @Test
    void openingWritesNothing() {
        open(MapValue.EMPTY).close();

        assertThat(project).isEmptyDirectory();
    }

    @Test
    void theDirectoryIsRelativeToTheProject() throws Exception {
        try (Session session = open(MapValue.EMPTY)) {
            create(session);
        }
        try (Session session = open(attributes("directory", Value.of("sub/sky")))) {
            create(session);
        }

        assertThat(project.resolve(".simulator/objects")).isDirectory();
        assertThat(project.resolve("sub/sky/objects")).isDirectory();
    }

    @Test
    void anAbsoluteDirectoryIsTakenAsItIs(@TempDir Path elsewhere) throws Exception {
        try (Session session = open(attributes("directory", Value.of(elsewhere.toString())))) {
            create(session);
        }

        assertThat(elsewhere.resolve("objects")).isDirectory();
    }

    private static void create(Session session) throws Exception {
        new SimObjectType()
                .create(
                        session,
                        new ResourceType.CreateRequest(
                                SimulatorFixture.ADDRESS, MapValue.EMPTY, "token", Optional.empty()));
    }

    @Test
    void aFileAsDirectoryIsRefused() throws Exception {
        Path file = Files.writeString(project.resolve("sky"), "");

        assertThat(refusal(attributes("directory", Value.of("sky"))))
                .isEqualTo(Diagnostic.error("The simulator's directory is a file", file + " is no directory."));
    }

    @Test
    void aDirectoryWithoutValidNameIsRefused() {
        assertThat(refusal(attributes("directory", Value.of("s\0ky"))))
                .isEqualTo(Diagnostic.error(
                        "The simulator's directory has no valid name", "Nul character not allowed: s\0ky"));
    }

    @ParameterizedTest
    @CsvSource({
        "0 ms, PT0S",
        "100 ms, PT0.1S",
        "100ms, PT0.1S",
        "1.5 s, PT1.5S",
        "2 m, PT2M",
        "0.000001 ms, PT0.000000001S"
    })
    void latencyIsADuration(String text, Duration expected) {
        assertThat(Latency.parse(text)).contains(expected);
        assertThat(problem("latency", text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "100", "ms", "-1 ms", "1 h", "1,5 s", "1e3 ms", " 1 s"})
    void latencyIsNothingElse(String text) {
        assertThat(problem("latency", text)).contains("must be a duration in ms, s or m, such as \"100 ms\"");
        assertThat(refusal(attributes("latency", Value.of(text))))
                .isEqualTo(Diagnostic.error(
                        "The simulator's latency is no duration",
                        "It must be a duration in ms, s or m, such as \"100 ms\", and is \"" + text + "\"."));
    }

    @Test
    void theDirectoryMustNotBeBlank() {
        assertThat(problem("directory", " ")).contains("must name a directory");
    }

    private Optional<String> problem(String name, String text) {
        Attribute attribute = provider.configuration().attributes().get(name);
        assertThat(attribute).isNotNull();
        return attribute.validations().get(0).problem(Value.of(text));
    }

    private Session open(MapValue configuration) {
        return provider.open(configuration, ProviderContext.system(project, "test"));
    }

    private Diagnostic refusal(MapValue configuration) {
        DiagnosticsException refusal = catchThrowableOfType(
                DiagnosticsException.class, () -> open(configuration).close());
        assertThat(refusal).isNotNull();
        return refusal.diagnostics().get(0);
    }
}
