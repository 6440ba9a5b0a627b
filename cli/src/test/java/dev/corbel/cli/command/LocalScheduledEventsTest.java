package dev.corbel.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.cli.testing.CommandRun;
import dev.corbel.cli.testing.LocalApp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

    private LocalApp app = new LocalApp(Path.of("."));

    @BeforeEach
    void apply() throws IOException {
        app = new LocalApp(folder);
        app.apply(DEFINITION, APP);
    }

    @AfterEach
    void destroy() {
        app.destroy();
    }

    private void awaitTold(String line) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        Path file = app.toldFile();
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
        assertThat(app.told())
                .containsExactly("false one here-shop-1", "false one here-shop-2", "true one here-shop-scheduler");

        app.succeed("label=two");

        assertThat(app.told())
                .endsWith("end one here-shop-scheduler", "true two here-shop-scheduler")
                .doesNotContain("twice");
    }

    @Test
    void whereItIsKilledAnotherTakesOverOnceAllOfItHasEnded() throws Exception {
        app.told();

        kill(folder.resolve("told.pid"));

        awaitTold("true one here-shop-scheduler");
        assertThat(app.told()).containsExactly("true one here-shop-scheduler");
    }

    @Test
    void whereTheSupervisorIsKilledItGoesOnAndNoOtherStarts() throws Exception {
        app.told();

        kill(folder.resolve(".corbel/local/default/supervisor.json"));
        app.succeed();
        assertThat(app.told()).isEmpty();

        kill(folder.resolve("told.pid"));
        awaitTold("true one here-shop-scheduler");
        assertThat(app.told()).containsExactly("true one here-shop-scheduler");
    }

    @Test
    void aVersionThatDoesNotComeUpLeavesTheOldOneAsTheScheduler() throws Exception {
        app.told();

        CommandRun broken = app.run("apply --auto-approve", "label=broken", "count=0");

        assertThat(broken.exitCode()).isOne();
        assertThat(broken.err())
                .contains(
                        "The container here-shop-scheduler does not come up",
                        "no schedule",
                        "It runs as it did before.");
        assertThat(app.told())
                .endsWith("end one here-shop-scheduler", "true one here-shop-scheduler")
                .doesNotContain("twice");
    }

    @Test
    void stopAllStopsItWithAllOthers() throws Exception {
        app.succeed("way=stopAll");
        app.told();

        app.succeed("way=stopAll", "label=two");

        List<String> told = app.told();
        assertThat(told.subList(0, 3))
                .containsExactlyInAnyOrder("end one here-shop-1", "end one here-shop-2", "end one here-shop-scheduler");
        assertThat(told.subList(3, told.size()))
                .containsExactly("false two here-shop-1", "false two here-shop-2", "true two here-shop-scheduler");
    }
}
