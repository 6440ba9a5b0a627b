package dev.corbel.providers.local.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.conformance.Values;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleasesTest {
    @TempDir
    Path folder;

    private Releases releases;

    @BeforeEach
    void makeFolder() {
        releases = new Releases(folder.resolve("releases"));
    }

    private Path zip(String entry) throws Exception {
        Path file = folder.resolve("app.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write("content".getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }

    private Diagnostic failure(Path source) {
        ProviderException failure = catchThrowableOfType(ProviderException.class, () -> releases.make(source));
        return failure.diagnostic();
    }

    @Test
    void aFolderIsCopiedAndAnotherContentIsAnotherRelease() throws Exception {
        Path app = Files.createDirectories(folder.resolve("app/lib"));
        Files.writeString(app.resolve("a.txt"), "1");
        String first = releases.make(folder.resolve("app"));
        Files.writeString(app.resolve("a.txt"), "2");
        String second = releases.make(folder.resolve("app"));

        assertThat(releases.release(first).resolve("lib/a.txt")).hasContent("1");
        assertThat(releases.release(second).resolve("lib/a.txt")).hasContent("2");
        releases.keepOnly(second);
        assertThat(releases.release(first)).doesNotExist();
    }

    @Test
    void archivesAreUnpackedAndFilesAreCopied() throws Exception {
        assertThat(releases.release(releases.make(zip("lib/a.txt"))).resolve("lib/a.txt"))
                .hasContent("content");
        Path jar = Files.writeString(folder.resolve("app.jar"), "jar");
        assertThat(releases.release(releases.make(jar)).resolve("app.jar")).hasContent("jar");
        Process tar = new ProcessBuilder("tar", "-czf", "app.tgz", "app.jar")
                .directory(folder.toFile())
                .start();
        assertThat(tar.waitFor()).isZero();
        assertThat(releases.release(releases.make(folder.resolve("app.tgz"))).resolve("app.jar"))
                .hasContent("jar");
    }

    @Test
    void anArchiveStaysInItsFolder() throws Exception {
        Diagnostic problem = failure(zip("../outside"));

        assertThat(problem.summary()).startsWith("The archive ").endsWith("app.zip cannot be unpacked");
        assertThat(problem.detail()).isEqualTo("../outside would be outside of its folder.");
        assertThat(folder.resolve("outside")).doesNotExist();
    }

    @Test
    void whatIsNoTarIsToldInTheWordsOfTar() throws Exception {
        Path file = Files.writeString(folder.resolve("app.tar"), "no tar");

        assertThat(failure(file).summary()).endsWith("app.tar cannot be unpacked");
        assertThat(failure(file).detail()).contains("tar");
    }

    @Test
    void aContainerWithSecretsHasTheirNumberAndACommandHasAProgram() {
        LocalContainer type = new LocalContainer();

        assertThat(type.validate(Values.map(
                        "name", "a", "command", List.of("a"), "secret_environment_wo", Values.map("A", "b"))))
                .extracting(Diagnostic::summary)
                .containsExactly("secret_environment_wo and secret_environment_wo_version belong together");
        assertThat(type.validate(Values.map("name", "a", "command", List.of())))
                .extracting(Diagnostic::summary)
                .containsExactly("The command is empty");
    }
}
