package dev.corbel.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.cli.testing.AzureSettings;
import dev.corbel.cli.testing.Project;
import dev.corbel.emulators.arm.ArmCall;
import dev.corbel.emulators.arm.ArmExtension;
import dev.corbel.emulators.arm.ArmServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A copy of the example of Azure on the simulator of Azure Resource Manager, and what its tests do with it. */
@ExtendWith(ArmExtension.class)
abstract class AzureExample {
    static final int RESOURCES = 23;
    static final String DEFINITION = "environments/default.groovy";
    static final String GROUP = "/resourceGroups/rg-network-default";

    private static final String NO_CHANGES = "No changes. Your infrastructure matches the definition.";

    @TempDir
    Path directory;

    Project project = new Project(Path.of(""));
    private List<String> variables = List.of();

    @BeforeEach
    void prepare(ArmServer arm) {
        AzureSettings.signIn(arm);
        project = Project.example("azure/network", directory);
        variables = List.of(
                "--var",
                "subscription=" + arm.subscription(),
                "--var",
                "endpoint=" + arm.endpoint(),
                "--var",
                "caFile=" + arm.caFile());
    }

    String[] words(String command, String... options) {
        List<String> words = new ArrayList<>(List.of(command));
        words.addAll(variables);
        words.addAll(List.of(options));
        return words.toArray(String[]::new);
    }

    String run(String command, String... options) {
        return project.succeed(words(command, options)).out();
    }

    String apply(String... options) {
        List<String> words = new ArrayList<>(List.of("--auto-approve"));
        words.addAll(List.of(options));
        return run("apply", words.toArray(String[]::new));
    }

    void assertNothingToDo(String... options) {
        List<String> words = new ArrayList<>(List.of("--detailed-exitcode"));
        words.addAll(List.of(options));
        assertThat(run("plan", words.toArray(String[]::new)).stripTrailing()).endsWith(NO_CHANGES);
    }

    /** The calls that came after so many. */
    static List<String> callsAfter(ArmServer arm, int before) {
        List<ArmCall> calls = arm.calls();
        return calls.subList(before, calls.size()).stream()
                .map(call -> call.method() + " " + call.path())
                .toList();
    }

    void replace(String file, String text, String replacement) {
        assertThat(project.read(file)).contains(text);
        project.write(file, project.read(file).replace(text, replacement));
    }
}
