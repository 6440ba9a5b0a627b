package dev.corbel.engine.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvironmentFinderTest {
    @TempDir
    Path project;

    private EnvironmentFinder finder;

    @BeforeEach
    void prepare() {
        finder = new EnvironmentFinder(project);
    }

    @Test
    void takesTheOnlyOne() throws IOException {
        environments("staging");
        assertThat(finder.find(Optional.empty()))
                .isEqualTo(new Environment("staging", project.resolve("environments/staging.groovy"), project));
    }

    @Test
    void takesTheDefaultAmongSeveral() throws IOException {
        environments("default", "staging");
        assertThat(finder.find(Optional.empty()).name()).isEqualTo("default");
    }

    @Test
    void takesANameOrAFile() throws IOException {
        environments("production", "staging");
        assertThat(finder.find(Optional.of("staging")))
                .isEqualTo(finder.find(Optional.of("environments/staging.groovy")));
    }

    @Test
    void takesAFileThatStandsAlone() throws IOException {
        Files.writeString(project.resolve("alone.groovy"), "");
        assertThat(finder.find(Optional.of("alone.groovy")))
                .isEqualTo(new Environment("alone", project.resolve("alone.groovy"), project));
    }

    @Test
    void refusesAFileBesideTheEnvironmentsSinceTwoWouldShareAState() throws IOException {
        environments("staging");
        Files.writeString(project.resolve("staging.groovy"), "");
        assertThat(problem(Optional.of("staging.groovy"))).isEqualTo(notAnEnvironment("staging.groovy", "staging"));
    }

    @Test
    void refusesAFileBelowTheEnvironmentsSinceItWouldHideAStateThere() throws IOException {
        environments("staging");
        Path below = Files.createDirectories(project.resolve("environments/sub/deep"));
        Files.writeString(below.resolve("a.groovy"), "");
        assertThat(problem(Optional.of("environments/sub/deep/a.groovy")))
                .isEqualTo(notAnEnvironment("environments/sub/deep/a.groovy", "a"));
    }

    @Test
    void refusesAFileBelowAnEmptyFolderOfEnvironments() throws IOException {
        Path alone = Files.createDirectories(project.resolve("environments/shop"));
        Files.writeString(alone.resolve("a.groovy"), "");
        assertThat(problem(Optional.of("environments/shop/a.groovy")))
                .isEqualTo(notAnEnvironment("environments/shop/a.groovy", "a"));

        finder = new EnvironmentFinder(alone);
        assertThat(problem(Optional.of("a.groovy"))).isEqualTo(notAnEnvironment("a.groovy", "a"));
    }

    @Test
    void movesItsStateWithAFileThatIsNoEnvironment() throws IOException {
        Path alone = Files.createDirectories(project.resolve("environments/shop"));
        Files.writeString(alone.resolve("a.groovy"), "");
        Files.createDirectories(alone.resolve(".corbel/state/a"));
        assertThat(problem(Optional.of("environments/shop/a.groovy")).hint())
                .contains("Move it to " + project.resolve("environments/a.groovy") + ", and its state "
                        + alone.resolve(".corbel/state/a") + " to " + project.resolve(".corbel/state/a")
                        + ", or to a folder outside of the project.");
    }

    @Test
    void aFolderCalledEnvironmentsFarAboveIsNoProject() throws IOException {
        Path start = Files.createDirectories(project.resolve("environments/customers/shop"));
        Files.writeString(start.resolve("a.groovy"), "");
        finder = new EnvironmentFinder(start);
        assertThat(finder.find(Optional.of("a.groovy")))
                .isEqualTo(new Environment("a", start.resolve("a.groovy"), start));
    }

    @Test
    void saysThatAnEmptyFileIsNeitherADefinitionNorAPlan() throws IOException {
        Files.writeString(project.resolve("plan"), "");
        assertThat(problem(Optional.of("plan")))
                .isEqualTo(Diagnostic.error("The file plan is empty", "It is neither a definition nor a saved plan.")
                        .withHint("Where a plan was to be saved, look whether that command failed."));
    }

    @Test
    void asksWhichOneOfSeveral() throws IOException {
        environments("production", "staging");
        assertThat(problem(Optional.empty()))
                .isEqualTo(Diagnostic.error("Which environment?", "Environments: production, staging.")
                        .withHint("Name one of them, or call the one that is meant most often \"default\"."));
    }

    @Test
    void suggestsTheNameThatWasMeant() throws IOException {
        environments("production", "staging");
        assertThat(problem(Optional.of("prodution")))
                .isEqualTo(Diagnostic.error(
                                "Environment \"prodution\" not found",
                                "No file has this name either. Environments: production, staging.")
                        .withHint("Did you mean \"production\"?"));
    }

    @Test
    void saysWhereItLookedForEnvironments() {
        assertThat(problem(Optional.empty()))
                .isEqualTo(Diagnostic.error(
                                "No environment found", "There is no file environments/NAME.groovy in " + project + ".")
                        .withHint("Start in the directory of a project, or name it with -C DIR."));
    }

    @Test
    void refusesFilesThatAreMissingOrNoDefinition() throws IOException {
        assertThat(problem(Optional.of("environments/x.groovy")).summary())
                .isEqualTo("The file environments/x.groovy does not exist");
        Files.writeString(project.resolve("notes.txt"), "notes");
        assertThat(problem(Optional.of("notes.txt")))
                .isEqualTo(
                        Diagnostic.error("notes.txt is no definition", "The name of a definition ends with .groovy."));
    }

    private Diagnostic notAnEnvironment(String argument, String name) {
        return Diagnostic.error(
                        argument + " is not an environment",
                        "It belongs to the project in " + project
                                + ", whose environments are the files directly in environments/.")
                .withHint("Move it to " + project.resolve("environments/" + name + ".groovy")
                        + ", or to a folder outside of the project.");
    }

    private void environments(String... names) throws IOException {
        Path folder = Files.createDirectories(project.resolve("environments"));
        for (String name : names) {
            Files.writeString(folder.resolve(name + ".groovy"), "");
        }
    }

    private Diagnostic problem(Optional<String> argument) {
        DiagnosticsException thrown = catchThrowableOfType(DiagnosticsException.class, () -> finder.find(argument));
        return thrown.diagnostics().get(0);
    }
}
