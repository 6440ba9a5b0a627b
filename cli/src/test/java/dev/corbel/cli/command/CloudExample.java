package dev.corbel.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.cli.testing.AwsSettings;
import dev.corbel.cli.testing.Project;
import dev.corbel.emulators.MotoExtension;
import dev.corbel.emulators.proxy.AwsProxy;
import dev.corbel.emulators.proxy.ProxyExtension;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A copy of the example of the cloud on an emulator, and what its tests do with it. */
@ExtendWith({MotoExtension.class, ProxyExtension.class})
abstract class CloudExample {
    static final String SESSION_KEY = "the-key-of-the-sessions";
    static final String PRODUCTION = "environments/production.groovy";
    static final String STAGING = "environments/staging.groovy";

    private static final String NO_CHANGES = "No changes. Your infrastructure matches the definition.";
    private static final Pattern ACTION =
            Pattern.compile("(?m)^(?: {2}\\+| {2}~| {2}-|-/\\+|\\+/-) \\S*/(?!region:)\\S+.*$");

    @TempDir
    Path directory;

    Project project = new Project(Path.of(""));
    private AwsSettings settings = new AwsSettings();

    @BeforeEach
    void prepare(AwsProxy proxy) {
        project = Project.example("cloud", directory);
        settings = AwsSettings.forEmulator(proxy.endpoint(), directory);
    }

    @AfterEach
    void restore() {
        settings.close();
    }

    String run(String command, String environment, String... options) {
        List<String> words = new ArrayList<>(List.of(command, environment, "--var", "sessionKey=" + SESSION_KEY));
        words.addAll(List.of(options));
        return project.succeed(words.toArray(String[]::new)).out();
    }

    String apply(String environment, String... options) {
        return run(
                "apply",
                environment,
                Stream.concat(Stream.of("--auto-approve"), Stream.of(options)).toArray(String[]::new));
    }

    void assertNothingToDo(String environment, String... options) {
        String plan = run(
                "plan",
                environment,
                Stream.concat(Stream.of("--detailed-exitcode"), Stream.of(options))
                        .toArray(String[]::new));
        assertThat(plan.stripTrailing()).endsWith(NO_CHANGES);
    }

    /** What a plan does, without how it differs: a line for each object. */
    static List<String> actions(String plan) {
        int changes = plan.indexOf("Changed outside of Corbel") < 0
                ? 0
                : plan.indexOf("\n\n", plan.indexOf("Changed outside of Corbel"));
        return ACTION.matcher(plan.substring(changes))
                .results()
                .map(MatchResult::group)
                .map(String::strip)
                .toList();
    }

    static String lineOf(String out, String beginning) {
        return out.lines()
                .filter(line -> line.startsWith(beginning))
                .findFirst()
                .orElse(out);
    }

    void replace(String file, String text, String replacement) {
        assertThat(project.read(file)).contains(text);
        project.write(file, project.read(file).replace(text, replacement));
    }
}
