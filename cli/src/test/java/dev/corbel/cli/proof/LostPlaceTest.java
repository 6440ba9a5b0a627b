package dev.corbel.cli.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.cli.testing.CommandRun;
import dev.corbel.cli.testing.CorbelProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The place of state cannot be reached any more in the middle of an apply. */
@Tag("proof")
class LostPlaceTest {
    private static final Pattern COMMAND = Pattern.compile("\"corbel (state push \\S+ \\S+)\"");

    @TempDir
    private Path folder;

    private static String chain(String latency) {
        return """
                provider('simulator') { latency = '%s' }
                resource('sim_object', 'first') { identity = 'none' }
                resource('sim_object', 'second') { identity = 'none'; value = sim_object.first.id }
                """.formatted(latency);
    }

    @Test
    @Timeout(120)
    void allThatIsKnownIsKeptBesideTheProjectAndPushedLater() throws IOException, InterruptedException {
        Place place = Place.HASTY_FOLDER;
        place.define(folder, chain("2 s"));
        SimulatedCloud cloud = SimulatedCloud.of(folder);
        CommandRun lost;
        try (CorbelProcess apply = place.start(folder, "apply", "--auto-approve")) {
            while (cloud.ids().isEmpty()) {
                Thread.sleep(5);
            }
            Files.createFile(folder.resolve("place/down"));
            lost = apply.end();
        }
        assertThat(lost.exitCode()).isEqualTo(1);
        assertThat(lost.err())
                .contains("Error: What this run did is kept in .corbel/rescued/default-")
                .doesNotContain("Run the command again");
        assertThat(cloud.ids()).hasSize(1);
        place.define(folder, chain("0 ms"));
        Operator operator = place.operator(folder);
        assertThat(operator.run("plan").exitCode()).isEqualTo(1);

        Files.delete(folder.resolve("place/down"));
        Matcher command = COMMAND.matcher(lost.err());
        assertThat(command.find()).as(lost.err()).isTrue();
        CommandRun refused = operator.run("plan");
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err())
                .startsWith("Error: What an earlier run did is not in the state of environment \"default\" yet\n")
                .contains("Put it there: " + command.group().replace("\"", "") + ".");
        assertThat(operator.insist(command.group(1).split(" ")).err()).contains("which is in its place now.\n");
        assertThat(folder.resolve(".corbel/rescued")).isEmptyDirectory();

        assertThat(operator.insist("apply", "--auto-approve").err()).doesNotContain("sim_object.first: creating");
        operator.converge();
        cloud.expectWhatStateKnows(operator, 2);
    }
}
