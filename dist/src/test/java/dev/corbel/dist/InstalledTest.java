package dev.corbel.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Corbel as it is installed from its archives, at a path with spaces. */
class InstalledTest {
    private static final String JAVA_HOME = System.getProperty("java.home");
    private static final String PREPARING = "corbel: preparing for fast starts with this Java\n";
    private static final Predicate<String> MAIN_IS_SHARED =
            line -> line.contains("dev.corbel.cli.Main source: shared objects file");

    @TempDir
    Path folder;

    private Path tools;
    private Path project;

    @BeforeEach
    void makeProject() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        tools = folder.resolve("my tools");
        project = Files.createDirectories(folder.resolve("a project"));
    }

    @AfterEach
    void release() {
        Guest.release(folder);
    }

    @ParameterizedTest
    @EnumSource(Archive.class)
    void anotherUserRunsAnExampleFromAFolderThatNobodyCanWriteTo(Archive archive) throws IOException {
        Path home = archive.unpack(tools);
        Execution.successful(folder, "cp", "-R", home + "/examples/simulator/.", project.toString());
        Guest.give(project);
        Path house = Files.createDirectories(folder.resolve("house"));
        Guest.protect(tools);
        Guest.protect(house);
        List<String> before = content(home);

        assertThat(guest(home, Map.of("HOME", house.toString()), "version").err())
                .isEmpty();
        for (Map<String, String> variables : List.of(Map.<String, String>of(), Map.of("HOME", house.toString()))) {
            Execution apply = guest(home, variables, "apply", "--auto-approve");
            assertThat(apply.exitCode()).as("%s", apply).isZero();
            assertThat(apply.out()).contains("url = ");
            assertThat(apply.err()).doesNotContain("Warning", "Error", "Exception");
            assertThat(guest(home, variables, "plan", "--detailed-exitcode").exitCode())
                    .isZero();
            assertThat(guest(home, variables, "destroy", "--auto-approve").exitCode())
                    .isZero();
        }
        assertThat(content(home)).isEqualTo(before);
    }

    @Test
    void anotherUserHasAClassArchiveInACacheOfTheirOwn() throws IOException {
        Path home = withFewClasses(Archive.PLAIN.unpack(folder.resolve("opt")));
        Guest.protect(home);
        Path cache = Files.createDirectories(folder.resolve("a cache"));
        Guest.give(cache);
        Map<String, String> variables = Map.of("XDG_CACHE_HOME", cache.toString(), "CORBEL_CLASS_ARCHIVE", "now");
        assertThat(guest(home, variables, "version").err()).isEqualTo(PREPARING);
        assertThat(guest(home, variables, "version").err()).isEmpty();
        assertThat(cache.resolve("corbel/classes")).isDirectoryRecursivelyContaining("glob:**/classes.jsa");
    }

    @Test
    void theArchiveOfAFirstUseServesLaterStarts() throws IOException {
        Path home = withFewClasses(Archive.PLAIN.unpack(folder.resolve("opt")));
        assertThat(owner(home, Map.of("CORBEL_CLASS_ARCHIVE", "now"), "version").err())
                .isEqualTo(PREPARING);
        assertThat(home.resolve("cache")).isDirectoryRecursivelyContaining("glob:**/classes.jsa");
        assertThat(loaded(home)).anyMatch(MAIN_IS_SHARED);
    }

    @Test
    void theArchiveOfTheBuildServesWhereverTheDistributionWithJavaIsUnpacked() throws IOException {
        Path home = Archive.WITH_JAVA.unpack(tools);
        List<String> loaded = loaded(home);
        assertThat(loaded).anyMatch(MAIN_IS_SHARED);
        assertThat(loaded)
                .filteredOn(line -> line.contains("source: shared objects file"))
                .hasSizeGreaterThan(loaded.size() * 9 / 10);
        assertThat(home.resolve("cache")).doesNotExist();
    }

    @Test
    void aNewerOneStandsBesideAnOlder() throws IOException {
        Path older = withFewClasses(Archive.PLAIN.unpack(folder.resolve("opt")));
        Path newer = older.resolveSibling("corbel-9");
        Execution.successful(folder, "cp", "-Rp", older.toString(), newer.toString());
        Map<String, String> now = Map.of("CORBEL_CLASS_ARCHIVE", "now");
        for (Path home : List.of(older, newer)) {
            assertThat(owner(home, now, "version").err()).isEqualTo(PREPARING);
            assertThat(owner(home, now, "version").err()).isEmpty();
        }
        Guest.release(newer);
        Execution.successful(folder, "rm", "-r", newer.toString());
        assertThat(owner(older, now, "version").err()).isEmpty();
    }

    @Test
    void theVersionTellsTheBuildAndTheJava() {
        Path home = Archive.WITH_JAVA.unpack(tools);
        Execution version = Execution.of(
                project, Map.of("JAVA_HOME", "/nonexistent"), List.of(home + "/bin/corbel", "version", "--json"));
        assertThat(version.out())
                .contains("\"corbel\": \"" + System.getProperty("corbel.version") + "\"")
                .contains("\"java\": \"" + System.getProperty("java.version") + "\"");
    }

    @Test
    void completionsAndManualPagesAreThere() throws IOException {
        Path home = Archive.PLAIN.unpack(tools);
        assertThat(home.resolve("share/bash-completion/completions/corbel"))
                .hasContent(owner(home, Map.of("CORBEL_CLASS_ARCHIVE", "never"), "completion", "bash")
                        .out());
        assertThat(home.resolve("share/man/man1/corbel-state-list.1")).content().contains(".SH \"OPTIONS\"");
    }

    /** The classes that a start loads, each with where it comes from. */
    private List<String> loaded(Path home) throws IOException {
        Path log = folder.resolve("classes.log");
        Execution start = owner(home, Map.of("CORBEL_JAVA_OPTS", "-Xlog:class+load:file=" + log), "version");
        assertThat(start.err()).isEmpty();
        return Files.readAllLines(log);
    }

    /** Leaves out most of the classes to archive, which would take a minute. */
    private static Path withFewClasses(Path home) throws IOException {
        Path list = home.resolve("lib/launcher/classes");
        List<String> few = Files.readAllLines(list).stream()
                .filter(line -> line.startsWith("java/lang/") || line.startsWith("dev/corbel/cli/"))
                .toList();
        assertThat(few).isNotEmpty();
        Files.write(list, few);
        return home;
    }

    private Execution owner(Path home, Map<String, String> variables, String... arguments) {
        Map<String, String> all = new TreeMap<>(variables);
        all.put("JAVA_HOME", JAVA_HOME);
        return Execution.of(project, all, command(home, arguments));
    }

    private Execution guest(Path home, Map<String, String> variables, String... arguments) {
        Map<String, String> all = new TreeMap<>(variables);
        all.put("JAVA_HOME", JAVA_HOME);
        return Guest.run(project, all, command(home, arguments));
    }

    private static List<String> command(Path home, String... arguments) {
        List<String> command = new ArrayList<>(List.of(home + "/bin/corbel"));
        command.addAll(List.of(arguments));
        return command;
    }

    private static List<String> content(Path home) {
        return Execution.successful(home, "find", ".").lines().sorted().toList();
    }
}
