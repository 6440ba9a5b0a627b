package dev.corbel.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.corbel.cli.testing.CommandRun;
import dev.corbel.cli.testing.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher of a distribution, with a Java that tells what it was asked for. The tests of {@code dist} have a real one. */
class UnpackedLauncherTest {
    private static final String PREPARING = "corbel: preparing for fast starts with this Java\n";
    private static final String BUILD = """
            build=%s
            set_class_path() { class_path=$1/lib/a.jar:$1/lib/b.jar; }
            """;
    private static final String JAVA = """
            #!/bin/sh
            folder=$(cd "$(dirname "$0")/.." && pwd -P)
            case " $* " in
                *' -XshowSettings:properties '*) echo '    java.specification.version = 21' >&2; exit ;;
                *' -Xshare:dump '*)
                    echo dump >>"$folder/dumps"
                    [ ! -f "$folder/none" ] || exit 1
                    for argument; do
                        case $argument in
                            -XX:SharedClassListFile=*) ! grep -q com/azure "${argument#*=}" || exit 1 ;;
                        esac
                        case $argument in -XX:SharedArchiveFile=*) echo classes >"${argument#*=}" ;; esac
                    done
                    exit
                    ;;
            esac
            echo "$folder"
            for argument; do echo "$argument"; done
            """;

    @TempDir
    Path directory;

    private Path home;
    private Path jdk;
    private Path user;

    @BeforeEach
    void install() throws IOException {
        directory = directory.toRealPath();
        home = directory.resolve("tools/corbel-1");
        Path parts = Files.createDirectories(home.resolve("lib/launcher"));
        Files.createDirectories(home.resolve("bin"));
        Files.copy(Path.of("..", "corbel"), home.resolve("bin/corbel"));
        for (String part : List.of("java.sh", "unpacked.sh", "java.options")) {
            Files.copy(Path.of("..", "launcher", part), parts.resolve(part));
        }
        Files.writeString(parts.resolve("build.sh"), BUILD.formatted("b1"));
        Files.writeString(parts.resolve("classes"), "");
        jdk = java("jdk", "JAVA_RUNTIME_VERSION=\"17.0.15+6\"\nJAVA_VERSION=\"17.0.15\"\n");
        user = Files.createDirectories(directory.resolve("user"));
    }

    @Test
    void anArchiveIsMadeBesideCorbel() {
        Path archive = home.resolve("cache/b1/17.0.15+6/classes.jsa");
        assertThat(shell().with("CORBEL_JAVA_OPTS", "-Xmx2g -Xss1m").run("tools/corbel-1/bin/corbel plan 'a b'"))
                .isEqualTo(new CommandRun(0, """
                        %1$s
                        @%2$s/lib/launcher/java.options
                        -cp
                        %2$s/lib/a.jar:%2$s/lib/b.jar
                        -XX:SharedArchiveFile=%3$s
                        -Xmx2g
                        -Xss1m
                        dev.corbel.cli.Main
                        plan
                        a b
                        """.formatted(jdk, home, archive), PREPARING));
        assertThat(archive).hasContent("classes").isReadable();
        assertThat(archive.getParent()).isDirectoryNotContaining(file -> !file.equals(archive));
        assertThat(run().err()).isEmpty();
        assertThat(jdk.resolve("dumps")).hasContent("dump");
        assertThat(user).isEmptyDirectory();
    }

    @Test
    void whereThatCannotBeWrittenTheArchiveGoesToTheUsersCache() throws IOException {
        Files.writeString(home.resolve("cache"), "no folder");
        String place = "corbel/classes" + home + "/b1/17.0.15+6/classes.jsa";
        assertThat(run().out())
                .contains("-XX:SharedArchiveFile=" + user.resolve(".cache").resolve(place) + "\n");
        Path cache = directory.resolve("a cache");
        assertThat(shell().with("XDG_CACHE_HOME", cache.toString())
                        .run(command())
                        .out())
                .contains("-XX:SharedArchiveFile=" + cache.resolve(place) + "\n");
        assertThat(shell().with("XDG_CACHE_HOME", "relative").run(command())).isEqualTo(run());
    }

    @Test
    void whereNothingCanBeWrittenCorbelRunsWithoutAnArchive() throws IOException {
        Files.writeString(home.resolve("cache"), "no folder");
        for (String nowhere : List.of("", "/proc", "/dev/null")) {
            CommandRun run = shell().with("HOME", nowhere).run(command());
            assertThat(run.err()).as(nowhere).isEmpty();
            assertThat(run.out()).as(nowhere).contains("dev.corbel.cli.Main").doesNotContain("SharedArchiveFile");
        }
    }

    @Test
    void aJavaThatMakesNoArchivesIsAskedOnce() throws IOException {
        Files.writeString(jdk.resolve("none"), "");
        assertThat(run().err()).isEqualTo(PREPARING);
        CommandRun second = run();
        assertThat(second.err()).isEmpty();
        assertThat(second.out()).contains("dev.corbel.cli.Main").doesNotContain("SharedArchiveFile");
        assertThat(jdk.resolve("dumps")).hasContent("dump");
    }

    @Test
    void theFirstUseDoesNotWaitForTheArchive() throws IOException, InterruptedException {
        Path archive = home.resolve("cache/b1/17.0.15+6/classes.jsa");
        CommandRun first = shell().with("CORBEL_CLASS_ARCHIVE", "").run(command());
        assertThat(first.out()).contains("dev.corbel.cli.Main").doesNotContain("SharedArchiveFile");
        assertThat(first.err()).isEmpty();
        for (int i = 0; i < 600 && Files.exists(archive.resolveSibling("claim")); i++) {
            Thread.sleep(50);
        }
        assertThat(archive).hasContent("classes");
        assertThat(run().out()).contains("-XX:SharedArchiveFile=" + archive);
        assertThat(jdk.resolve("dumps")).hasContent("dump");
    }

    /** Java 17 crashes over some of them. */
    @Test
    void whereJavaFailsOverClassesOfAzureTheOthersAreArchived() throws IOException {
        Files.writeString(home.resolve("lib/launcher/classes"), "com/azure/core/A\njava/lang/B\n");
        Path archive = home.resolve("cache/b1/17.0.15+6/classes.jsa");
        run();
        assertThat(archive).hasContent("classes");
        assertThat(jdk.resolve("dumps")).hasContent("dump\ndump");
        assertThat(archive.getParent()).isDirectoryNotContaining("glob:**-list");
    }

    @Test
    void lambdasThatJavaCrashesOverAreNoneOfTheList() {
        CommandRun run = shell().run("""
                . '%s/lib/launcher/java.sh'
                without_fatal_lambdas <<END
                com/azure/core/A id: 1
                @lambda-proxy com/azure/core/A get ()Ljava/util/function/Supplier;
                @lambda-proxy com/microsoft/aad/msal4j/A get ()V
                @lambda-proxy reactor/core/publisher/Mono get ()V
                @lambda-proxy dev/corbel/clients/azure/A get ()V
                @lambda-proxy dev/corbel/providers/azure/client/A get ()V
                @lambda-proxy dev/corbel/providers/aws/A get ()V
                @lambda-proxy java/util/A get ()V
                END
                """.formatted(home));
        assertThat(run.out()).isEqualTo("""
                com/azure/core/A id: 1
                @lambda-proxy dev/corbel/providers/aws/A get ()V
                @lambda-proxy java/util/A get ()V
                """);
    }

    @Test
    void nobodyMakesAnArchiveThatSomebodyMakes() throws IOException {
        Path claim = Files.createDirectories(home.resolve("cache/b1/17.0.15+6/claim"));
        assertThat(run().out()).doesNotContain("SharedArchiveFile");
        assertThat(jdk.resolve("dumps")).doesNotExist();
        Files.setLastModifiedTime(claim, FileTime.from(Instant.now().minus(Duration.ofMinutes(12))));
        assertThat(run().out()).contains("SharedArchiveFile");
        assertThat(claim).doesNotExist();
    }

    @Test
    void whoWantsNoArchiveGetsNone() {
        assertThat(shell().with("CORBEL_CLASS_ARCHIVE", "never").run(command()).err())
                .isEmpty();
        assertThat(home.resolve("cache")).doesNotExist();
    }

    @Test
    void wherePathsAreSpeltInAnotherWayInUrlsNoArchiveIsMade() throws IOException {
        Path spaces =
                Files.move(home.getParent(), directory.resolve("my tools")).resolve("corbel-1");
        CommandRun run = shell().run("'" + spaces + "/bin/corbel' version");
        assertThat(run.out()).contains("-cp\n" + spaces + "/lib/a.jar:" + spaces + "/lib/b.jar\ndev.corbel.cli.Main\n");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void theArchiveOfADistributionWithJavaServesEveryPlace() throws IOException {
        assumeThat(Path.of("/proc/self/fd")).as("descriptors are files").exists();
        java("tools/corbel-1/runtime", "JAVA_VERSION=\"17.0.14\"\n");
        Path archive = Files.createDirectories(home.resolve("runtime/lib")).resolve("corbel.jsa");
        Files.writeString(archive, "classes");
        assertThat(run().out())
                .contains("-cp\n/proc/self/fd/9/lib/a.jar:/proc/self/fd/9/lib/b.jar\n")
                .contains("-XX:SharedArchiveFile=" + archive + "\n");
        assertThat(home.resolve("cache")).doesNotExist();
    }

    @Test
    void eachJavaAndEachBuildHasAnArchiveOfItsOwn() throws IOException {
        run();
        Path other = java("other", "JAVA_VERSION=\"25.0.3\"\n");
        assertThat(shell().with("JAVA_HOME", other.toString()).run(command()).err())
                .isEqualTo(PREPARING);
        Files.writeString(home.resolve("lib/launcher/build.sh"), BUILD.formatted("b2"));
        assertThat(run().err()).isEqualTo(PREPARING);
        assertThat(home.resolve("cache/b1")).isDirectoryContaining("glob:**/17.0.15+6");
        assertThat(home.resolve("cache/b1")).isDirectoryContaining("glob:**/25.0.3");
        assertThat(home.resolve("cache/b2")).isDirectoryContaining("glob:**/17.0.15+6");
    }

    @Test
    void aJavaWithoutAReleaseFileIsAsked() throws IOException {
        Files.delete(jdk.resolve("release"));
        assertThat(run().out()).contains("/cache/b1/21/classes.jsa\n");
    }

    @Test
    void aJavaThatIsTooOldIsNamed() throws IOException {
        for (String version : List.of("1.8.0_292", "11.0.2")) {
            Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
            assertThat(run())
                    .isEqualTo(new CommandRun(
                            1,
                            "",
                            "corbel: Java 17 or newer is needed, and " + jdk + "/bin/java is " + version + "\n"));
        }
    }

    @Test
    void theRuntimeOfTheDistributionGoesFirst() throws IOException {
        Path runtime = java("tools/corbel-1/runtime", "JAVA_VERSION=\"17.0.14\"\n");
        assertThat(run().out()).startsWith(runtime + "\n").contains("/cache/b1/17.0.14/classes.jsa\n");
    }

    @Test
    void linksLeadToCorbelAndToJava() throws IOException {
        Path links = Files.createDirectories(directory.resolve("links"));
        Files.createSymbolicLink(links.resolve("corbel"), Path.of("../tools/corbel-1/bin/corbel"));
        Files.createSymbolicLink(links.resolve("java"), jdk.resolve("bin/java"));
        CommandRun run =
                new Shell(user, Map.of("CORBEL_CLASS_ARCHIVE", "now")).run("PATH=../links:$PATH corbel version");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("-cp\n" + home + "/lib/a.jar", "/cache/b1/17.0.15+6/classes.jsa\n");
    }

    private Path java(String folder, String release) throws IOException {
        Path made = Files.createDirectories(directory.resolve(folder));
        Path program = Files.createDirectories(made.resolve("bin")).resolve("java");
        Files.writeString(program, JAVA);
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.writeString(made.resolve("release"), release);
        return made;
    }

    private Shell shell() {
        return new Shell(
                directory, Map.of("JAVA_HOME", jdk.toString(), "HOME", user.toString(), "CORBEL_CLASS_ARCHIVE", "now"));
    }

    private String command() {
        return "'" + home + "/bin/corbel' version";
    }

    private CommandRun run() {
        return shell().run(command());
    }
}
