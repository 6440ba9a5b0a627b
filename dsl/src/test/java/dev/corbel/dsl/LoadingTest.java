package dev.corbel.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.corbel.dsl.model.BackendDeclaration;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadingTest {
    private static final String FILE = "environments/test.groovy";
    private static final String SERVER = "resource('test_server', 'a') { name = 'x' }\n";

    @TempDir
    Path project;

    private LoadOptions options(String text) throws IOException {
        Files.createDirectories(project.resolve("environments"));
        Files.writeString(project.resolve(FILE), text);
        return LoadOptions.of(project, FILE, TestCloud.catalog());
    }

    @Test
    void readsAFileOfTheProject() throws IOException {
        assertThat(Rendering.definition(DefinitionLoader.load(options(SERVER)).definition()))
                .isEqualTo("""
                        test_server.a (test)
                          name = 'x'
                        """);
    }

    @Test
    void readsTextsOfTheProjectWhichThenAreSources() throws IOException {
        Files.writeString(project.resolve("hello.txt"), "hello");

        LoadedDefinition loaded = DefinitionLoader.load(options("output('a') { value = file('hello.txt') }\n"));

        assertThat(Rendering.definition(loaded.definition())).isEqualTo("output a = 'hello'\n");
        assertThat(loaded.sources()).containsEntry("hello.txt", "hello");
    }

    @Test
    void saysWhenThereIsNoFile() {
        assertThatThrownBy(() ->
                        DefinitionLoader.load(LoadOptions.of(project, "environments/none.groovy", TestCloud.catalog())))
                .isInstanceOf(DiagnosticsException.class)
                .hasMessage("There is no file \"environments/none.groovy\"");
    }

    @Test
    void saysWhenAFileIsBlank() {
        assertThat(TestProject.of("\n  \n").problems()).isEqualTo("""
                        1:1 The file is blank
                            A definition without resources plans the deletion of all; a file without any text is a slip.
                            -> To delete all resources, run corbel destroy.
                        """);
    }

    @Test
    void takesADefinitionWithoutResources() {
        assertThat(TestProject.of("provider('test') { }\n").rendered()).isEmpty();
    }

    @Test
    void readsWhereStateIsKeptWithoutAnyVariable() throws IOException {
        BackendDeclaration backend = DefinitionLoader.loadBackend(options("""
                        variable('needed') { type = 'string' }
                        state('s3') { bucket = 'acme'; lock = true; role { name = 'r' } }
                        resource('nonsense', variable.needed) { name == 'x' }
                        """)).orElseThrow();

        assertThat(backend.type()).isEqualTo("s3");
        assertThat(backend.configuration()).hasToString("{bucket=acme, lock=true, role={name=r}}");
        assertThat(backend.places().get("lock")).hasToString("environments/test.groovy:2:32");
        assertThat(DefinitionLoader.loadBackend(options(SERVER))).isEmpty();
        assertThatThrownBy(() -> DefinitionLoader.loadBackend(options("state('s3') { bucket == 'acme' }\n")))
                .hasMessage("This compares two values and does nothing");
    }

    @Test
    void keepsWhatItReadInAFolderOfItsOwner() throws IOException {
        Path cache = project.resolve(".corbel/cache");
        LoadOptions options = options(SERVER).cachedIn(cache);
        String first = Rendering.definition(DefinitionLoader.load(options).definition());

        List<Path> entries = list(cache);
        assertThat(entries).hasSize(1);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(cache)))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(entries.get(0))))
                .isEqualTo("rw-------");
        assertThat(Rendering.definition(DefinitionLoader.load(options).definition()))
                .isEqualTo(first);
    }

    @Test
    void readsAgainWhereAnEntryIsCorrupt() throws IOException {
        Path cache = project.resolve(".corbel/cache");
        LoadOptions options = options(SERVER).cachedIn(cache);
        String first = Rendering.definition(DefinitionLoader.load(options).definition());
        Path entry = list(cache).get(0);
        byte[] whole = Files.readAllBytes(entry);

        for (int length = 0; length < whole.length; length += 7) {
            Files.write(entry, java.util.Arrays.copyOf(whole, length));
            assertThat(Rendering.definition(DefinitionLoader.load(options).definition()))
                    .isEqualTo(first);
            assertThat(Files.readAllBytes(entry)).isEqualTo(whole);
        }
    }

    @Test
    void takesTenThousandBlocksInOneRegion() {
        String blocks = IntStream.range(0, 10_000)
                .mapToObj(i -> "resource('test_server', 's" + i + "') { name = \"n-${test_server.s" + (i / 2)
                        + ".id}\"; port { number = " + (i % 100 + 1) + " } }")
                .collect(Collectors.joining("\n"));

        var definition = TestProject.of("region('eu-central-1') { provider = 'test'\n" + blocks + "\n}\n")
                .load()
                .definition();

        assertThat(definition.resources()).hasSize(10_000);
    }

    @Test
    void takesAHundredThousandResourcesFromALoop() {
        var definition = TestProject.of("""
                        for (int i = 0; i < 100_000; i++) {
                            resource('test_server', "s$i") { name = "n-$i"; network = test_network.main.id }
                        }
                        resource('test_network', 'main') { range = '10.0.0.0/8' }
                        """).load().definition();

        assertThat(definition.resources()).hasSize(100_001);
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    @Test
    void aStatementThatEndsQuietlyInAPlanIsAnInternalError() {
        TestProject project = TestProject.of("""
                        variable('on') { type = 'bool' }
                        if (variable.on) { resource('test_network', 'main') { range = '10.0.0.0/8' } }
                        """).withVariable("on", dev.corbel.providers.api.value.Value.unknown());

        org.assertj.core.api.Assertions.assertThatThrownBy(project::load)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("a statement was skipped without a problem");
        assertThat(project.validating().problems()).isEmpty();
    }
}
