package dev.corbel.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.cli.testing.CommandRun;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UsageTest {
    @TempDir
    Path directory;

    @Test
    void suggestsTheCommandThatWasMeant() {
        assertThat(CommandRun.in(directory, "verion")).isEqualTo(new CommandRun(1, "", """
                        Error: Unknown command "verion"

                          Did you mean "version"?
                          corbel --help shows how it is used.
                        """));
    }

    @Test
    void suggestsTheOptionThatWasMeant() {
        assertThat(CommandRun.in(directory, "version", "--jsno")).isEqualTo(new CommandRun(1, "", """
                        Error: Unknown option "--jsno"

                          Did you mean "--json"?
                          corbel version --help shows how it is used.
                        """));
    }

    @Test
    void saysWhatServesInsteadOfACommandOfAnotherTool() {
        assertThat(CommandRun.in(directory, "taint", "sim_object.a")).isEqualTo(new CommandRun(1, "", """
                        Error: Unknown command "taint"

                          Use corbel apply --replace ADDRESS, which shows the replacement and asks.
                          corbel --help shows how it is used.
                        """));
        for (String command : List.of(
                "init",
                "get",
                "refresh",
                "force-unlock",
                "workspace",
                "providers",
                "login",
                "console",
                "test",
                "cloud",
                "up",
                "preview",
                "down")) {
            assertThat(CommandRun.in(directory, command).err())
                    .as(command)
                    .startsWith("Error: Unknown command \"" + command + "\"\n")
                    .doesNotContain("Did you mean");
        }
        assertThat(CommandRun.in(directory, "state", "replace-provider").err())
                .contains("corbel state rm and corbel import take an object over");
    }

    @Test
    void saysWhatServesInsteadOfAnOptionOfAnotherTool() {
        assertThat(CommandRun.in(directory, "plan", "-out=p")).isEqualTo(new CommandRun(1, "", """
                        Error: Unknown option "-out=p"

                          Options have two dashes: --out=p
                          corbel plan --help shows how it is used.
                        """));
        assertThat(CommandRun.in(directory, "plan", "-auto-approve").err())
                .contains("Nothing is asked here, so there is nothing to approve.\n");
        assertThat(CommandRun.in(directory, "plan", "--refresh=false").err()).contains("Use --no-refresh.\n");
        assertThat(CommandRun.in(directory, "apply", "-lock=false").err()).contains("State is always locked");
    }

    @Test
    void refusesArgumentsThatMeanNothing() {
        assertThat(CommandRun.in(directory, "version", "now")).isEqualTo(new CommandRun(1, "", """
                        Error: One argument too many: "now"

                          corbel version --help shows how it is used.
                        """));
    }

    @Test
    void asksForACommand() {
        assertThat(CommandRun.in(directory)).isEqualTo(new CommandRun(1, "", """
                        Error: A command is missing

                          corbel --help shows how it is used.
                        """));
    }

    @Test
    void helpListsTheCommands() {
        CommandRun help = CommandRun.in(directory, "help");
        assertThat(help.exitCode()).isZero();
        assertThat(help.out()).contains("Brings environments to what their definitions say.", "  version ");
        assertThat(CommandRun.in(directory, "--help").out()).isEqualTo(help.out());
        assertThat(CommandRun.in(directory, "help", "version").out())
                .isEqualTo(CommandRun.in(directory, "version", "--help").out())
                .startsWith("Usage: corbel version");
    }

    @Test
    void helpSuggestsTheCommandThatWasMeant() {
        assertThat(CommandRun.in(directory, "help", "verison").err()).isEqualTo("""
                        Error: Unknown command "verison"

                          Did you mean "version"?
                          corbel --help shows how it is used.
                        """);
    }

    @Test
    void versionIsThatOfTheBuild() {
        assertThat(CommandRun.in(directory, "version").out())
                .matches(
                        "Corbel \\d+\\.\\d+\\.\\d+\\S*( \\([0-9a-f]{7,}( and changes)?, \\d{4}-\\d\\d-\\d\\d\\))? on Java "
                                + System.getProperty("java.version") + "\n");
        assertThat(CommandRun.in(directory, "--version")).isEqualTo(CommandRun.in(directory, "version"));
        assertThat(CommandRun.in(directory, "-C", ".", "version", "--json").out())
                .startsWith("{\n  \"corbel\": \"");
    }

    @Test
    void completionKnowsCommandsAndOptions() {
        CommandRun completion = CommandRun.in(directory, "completion", "bash");
        assertThat(completion.exitCode()).isZero();
        assertThat(completion.out()).contains("version", "completion", "--no-color");
        assertThat(CommandRun.in(directory, "completion", "fish")).isEqualTo(new CommandRun(1, "", """
                        Error: Invalid value for positional parameter at index 0 (SHELL): expected one of [bash, zsh] (case-sensitive) but was 'fish'

                          corbel completion --help shows how it is used.
                        """));
    }
}
