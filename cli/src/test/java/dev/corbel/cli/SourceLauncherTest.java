package dev.corbel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.cli.testing.CommandRun;
import dev.corbel.cli.testing.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher as it builds Corbel. Maven's part is to pack what the tests were compiled with. */
class SourceLauncherTest {
    private static final String MAVEN = """
            #!/bin/sh
            set -eu
            mkdir -p cli/target/quick
            "$JAVA_HOME/bin/jar" --create --file cli/target/quick/corbel-cli-0.jar launcher
            number=0
            separator=
            tr : '\\n' <entries | while IFS= read -r entry; do
                if [ -d "$entry" ]; then
                    number=$((number + 1))
                    jar=$PWD/cli/target/quick/$number.jar
                    "$JAVA_HOME/bin/jar" --create --no-compress --file "$jar" -C "$entry" .
                    entry=$jar
                fi
                printf '%s%s' "$separator" "$entry"
                separator=:
            done >cli/target/quick/class-path
            """;

    @TempDir
    Path directory;

    @BeforeEach
    void install() throws IOException {
        Files.copy(Path.of("..", "corbel"), directory.resolve("corbel"));
        Path parts = Files.createDirectories(directory.resolve("launcher"));
        for (String part : List.of("java.sh", "class-path.sh", "source.sh", "java.options")) {
            Files.copy(Path.of("..", "launcher", part), parts.resolve(part));
        }
        Files.writeString(directory.resolve("pom.xml"), "");
        Files.writeString(directory.resolve("entries"), System.getProperty("java.class.path"));
        Files.setPosixFilePermissions(
                Files.writeString(directory.resolve("mvnw"), MAVEN), PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void classesOfSignedLibrariesCanBeArchived() throws IOException {
        CommandRun version = shell("./corbel version");
        assertThat(version.exitCode()).as(version.err()).isZero();
        assertThat(directory.resolve("target/launcher/arguments"))
                .content()
                .containsPattern("/target/launcher/unsigned/azure-core-[0-9.]+jar[:\"]")
                .doesNotContainPattern("/target/launcher/jars/azure-core-[0-9.]+jar[:\"]");

        Files.writeString(directory.resolve("list"), "java/lang/Object\ncom/azure/core/http/HttpPipeline\n");
        String java = "\"$JAVA_HOME/bin/java\" @target/launcher/arguments ";
        CommandRun loaded = shell(java + "-Xshare:dump -XX:SharedClassListFile=list -XX:SharedArchiveFile=own.jsa && "
                + java + "-XX:SharedArchiveFile=own.jsa -Xlog:class+load:file=loaded"
                + " dev.corbel.providers.azure.cds.ClassTraining");
        assertThat(loaded.exitCode()).as(loaded.err()).isZero();
        assertThat(directory.resolve("loaded"))
                .content()
                .contains("com.azure.core.http.HttpPipeline source: shared objects file");
    }

    private CommandRun shell(String script) {
        return new Shell(directory, Map.of("JAVA_HOME", System.getProperty("java.home"), "HOME", directory.toString()))
                .run(script);
    }
}
