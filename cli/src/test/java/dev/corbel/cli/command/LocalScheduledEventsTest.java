package dev.corbel.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.cli.testing.CommandRun;
import dev.corbel.cli.testing.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scheduled work of an app on this machine: one process does it at any time, whatever becomes of it. */
class LocalScheduledEventsTest {
    private static final String DEFINITION = """
            residency = 'EU'
            variable('label') { type = 'string'; defaultValue = 'one' }
            variable('count') { type = 'number'; defaultValue = 2 }
            variable('way') { type = 'string'; defaultValue = 'rolling' }
            region('here') {
                provider = 'local'
                area     = 'EU'
                app('shop') {
                    containers {
                        archive         = 'app'
                        command         = ['sh', 'run.sh']
                        count           = variable.count
                        deployment      = variable.way
                        scheduledEvents = 'one'
                        env             = [TOLD: 'FOLDER/told', LABEL: variable.label]
                    }
                    loadBalancer { }
                }
            }
            """;

    /** Holds a lock as long as it is the scheduler, and tells what it is. What it starts has the lock as well. */
    private static final String APP = """
            trap 'echo "end $LABEL $HOSTNAME" >>"$TOLD"; exit' TERM
            [ "$LABEL" != broken ] || { echo "no schedule"; exit 1; }
            if [ "$SCHEDULED_EVENTS" = true ]; then
                exec 9>>"$TOLD.lock"
                flock -n 9 || echo "twice" >>"$TOLD"
                echo $$ >"$TOLD.pid"
            fi
            echo "$SCHEDULED_EVENTS $LABEL $HOSTNAME" >>"$TOLD"
            while :; do sleep 1000 & wait; done
            """;

    private static final int PATIENCE_SECONDS = 20;

    @TempDir
    Path folder;

    private Project project = new Project(Path.of("."));

    @BeforeEach
    void apply() throws IOException {
        Files.writeString(Files.createDirectory(folder.resolve("app")).resolve("run.sh"), APP);
        project = Project.of(folder, DEFINITION.replace("FOLDER", folder.toString()));
        succeed();
    }

    @AfterEach
    void destroy() {
        project.succeed("destroy", "--auto-approve");
        assertThat(folder.resolve(".corbel/local")).doesNotExist();
    }

    private void succeed(String... variables) {
        project.succeed(line("apply --auto-approve", variables));
        CommandRun plan = project.run(line("plan --detailed-exitcode", variables));
        assertThat(plan.exitCode()).as(plan.out() + plan.err()).isZero();
    }

    private static String[] line(String command, String... variables) {
        Stream<String> options = Stream.of(variables).flatMap(variable -> Stream.of("--var", variable));
        return Stream.concat(Stream.of(command.split(" ")), options).toArray(String[]::new);
    }

    /** What containers said since this was called last. */
    private List<String> told() throws IOException {
        Path file = folder.resolve("told");
        List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
        Files.deleteIfExists(file);
        return lines;
    }

    private void awaitTold(String line) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        Path file = folder.resolve("told");
        while (!Files.exists(file) || !Files.readString(file).contains(line + "\n")) {
            assertThat(System.nanoTime()).as(line).isLessThan(deadline);
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    /** Kills the process whose id is the first number of a file. */
    private void kill(Path file) throws IOException, InterruptedException {
        Matcher number = Pattern.compile("\\d+").matcher(Files.readString(file));
        assertThat(number.find()).isTrue();
        ProcessHandle process = ProcessHandle.of(Long.parseLong(number.group())).orElseThrow();
        process.destroyForcibly();
        process.onExit().join();
    }

    @Test
    void oneProcessIsTheSchedulerAndAnotherVersionComesAfterIt() throws Exception {
        assertThat(told())
                .containsExactly("false one here-shop-1", "false one here-shop-2", "true one here-shop-scheduler");

        succeed("label=two");

        assertThat(told())
                .endsWith("end one here-shop-scheduler", "true two here-shop-scheduler")
                .doesNotContain("twice");
    }

    @Test
    void whereItIsKilledAnotherTakesOverOnceAllOfItHasEnded() throws Exception {
        told();

        kill(folder.resolve("told.pid"));

        awaitTold("true one here-shop-scheduler");
        assertThat(told()).containsExactly("true one here-shop-scheduler");
    }

    @Test
    void whereTheSupervisorIsKilledItGoesOnAndNoOtherStarts() throws Exception {
        told();

        kill(folder.resolve(".corbel/local/default/supervisor.json"));
        succeed();
        assertThat(told()).isEmpty();

        kill(folder.resolve("told.pid"));
        awaitTold("true one here-shop-scheduler");
        assertThat(told()).containsExactly("true one here-shop-scheduler");
    }

    @Test
    void aVersionThatDoesNotComeUpLeavesTheOldOneAsTheScheduler() throws Exception {
        told();

        CommandRun broken = project.run(line("apply --auto-approve", "label=broken", "count=0"));

        assertThat(broken.exitCode()).isOne();
        assertThat(broken.err())
                .contains(
                        "The container here-shop-scheduler does not come up",
                        "no schedule",
                        "It runs as it did before.");
        assertThat(told())
                .endsWith("end one here-shop-scheduler", "true one here-shop-scheduler")
                .doesNotContain("twice");
    }

    @Test
    void stopAllStopsItWithAllOthers() throws Exception {
        succeed("way=stopAll");
        told();

        succeed("way=stopAll", "label=two");

        List<String> told = told();
        assertThat(told.subList(0, 3))
                .containsExactlyInAnyOrder("end one here-shop-1", "end one here-shop-2", "end one here-shop-scheduler");
        assertThat(told.subList(3, told.size()))
                .containsExactly("false two here-shop-1", "false two here-shop-2", "true two here-shop-scheduler");
    }
}
