package dev.corbel.cli.manual;

import static dev.corbel.cli.testing.Golden.assertGolden;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.corbel.cli.invocation.Version;
import dev.corbel.cli.terminal.Console;
import dev.corbel.cli.terminal.Console.Terminals;
import dev.corbel.cli.testing.CommandRun;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManualPagesTest {
    @TempDir
    Path folder;

    @BeforeEach
    void write() throws IOException {
        PrintStream nowhere = new PrintStream(PrintStream.nullOutputStream());
        ManualPages.write(
                folder,
                new Console(new ByteArrayInputStream(new byte[0]), nowhere, nowhere, folder, Map.of(), Terminals.NONE));
    }

    @Test
    void everyCommandHasAPage() throws IOException {
        List<String> listed = CommandRun.in(folder, "help")
                .out()
                .lines()
                .filter(line -> line.matches("  [a-z]+ .*"))
                .map(line -> "corbel-" + line.strip().replaceAll(" .*", "") + ".1")
                .toList();
        assertThat(listed).contains("corbel-plan.1", "corbel-state.1", "corbel-help.1");
        assertThat(names()).containsAll(listed).contains("corbel.1", "corbel-state-list.1");
    }

    @Test
    void aPageSaysWhatTheHelpSays() throws IOException {
        String version = Version.current().replace("-", "\\-");
        assertGolden("manual/corbel-completion.1", page("corbel-completion.1").replace(version, "VERSION"));
        assertThat(page("corbel-state.1")).contains(".SH \"COMMANDS\"\n.TP\ncorbel\\-state\\-list(1)\n");
    }

    @Test
    void wordsThatLookLikeMacrosAreWords() {
        Roff roff = new Roff().macro("SH", "a \"b\"").words(List.of(".SH no", "'x'", "a\\b", "", "~/c --d"));
        assertThat(roff.text()).isEqualTo("""
                .SH "a \\(dqb\\(dq"
                \\&.SH no
                \\(aqx\\(aq
                a\\(rsb
                .sp
                \\(ti/c \\-\\-d
                """);
    }

    @Test
    void groffHasNothingToSay() throws IOException, InterruptedException {
        assumeThat(Path.of("/usr/bin/groff"))
                .as("groff checks the pages where it is installed")
                .isExecutable();
        for (String name : names()) {
            Process groff = new ProcessBuilder(
                            "groff",
                            "-man",
                            "-Tutf8",
                            "-ww",
                            "-z",
                            folder.resolve(name).toString())
                    .redirectErrorStream(true)
                    .start();
            assertThat(new String(groff.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .as(name)
                    .isEmpty();
            assertThat(groff.waitFor()).as(name).isZero();
        }
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private String page(String name) throws IOException {
        return Files.readString(folder.resolve(name));
    }
}
