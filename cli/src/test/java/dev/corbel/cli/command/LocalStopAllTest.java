package dev.corbel.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.cli.testing.CommandRun;
import dev.corbel.cli.testing.LocalApp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A deployment that stops all of an app on this machine before a new version starts in one container. */
class LocalStopAllTest {
    private static final String DEFINITION = """
            residency = 'EU'
            variable('label') { type = 'string'; defaultValue = 'one' }
            variable('count') { type = 'number'; defaultValue = 2 }
            variable('way') { type = 'string'; defaultValue = 'stopAll' }
            region('here') {
                provider = 'local'
                area     = 'EU'
                app('shop') {
                    containers('web') {
                        archive    = 'app'
                        command    = ['sh', 'run.sh']
                        count      = variable.count
                        deployment = variable.way
                        env        = [TOLD: 'FOLDER/told', LABEL: variable.label]
                    }
                    containers('jobs') {
                        archive = 'app'
                        command = ['sh', 'run.sh']
                        count   = 1
                        env     = [TOLD: 'FOLDER/told', LABEL: 'jobs']
                    }
                }
            }
            """;

    /** Says in a file when it starts and when it ends, which takes a moment. */
    private static final String APP = """
            number=${HOSTNAME##*-}
            [ "$LABEL" != broken ] || { echo "no schema"; exit 1; }
            trap 'sleep 0.3; echo "end $LABEL $number" >>"$TOLD"; exit' TERM
            echo "start $LABEL $number" >>"$TOLD"
            while :; do sleep 0.05; done
            """;

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

    @Test
    void allEndBeforeTheFirstStartsAndTheRestComesAfterIt() throws Exception {
        assertThat(app.told()).containsExactly("start one 1", "start one 2", "start jobs 1");

        app.succeed("label=two");

        List<String> told = app.told();
        assertThat(told.subList(0, 3)).containsExactlyInAnyOrder("end one 1", "end one 2", "end jobs 1");
        assertThat(told.subList(3, told.size())).containsExactly("start two 1", "start two 2", "start jobs 1");

        app.succeed("label=three", "count=1");

        told = app.told();
        assertThat(told.subList(0, 3)).containsExactlyInAnyOrder("end two 1", "end two 2", "end jobs 1");
        assertThat(told.subList(3, told.size())).containsExactly("start three 1", "start jobs 1");
    }

    @Test
    void otherContentOfTheFolderStopsAllAndAnotherNumberStopsNone() throws Exception {
        app.told();
        app.succeed("count=3");
        assertThat(app.told()).containsExactly("start one 3");

        Files.writeString(folder.resolve("app/new.txt"), "new");
        app.succeed("count=3");

        List<String> told = app.told();
        assertThat(told.subList(0, 4)).containsExactlyInAnyOrder("end one 1", "end one 2", "end one 3", "end jobs 1");
        assertThat(told.subList(4, told.size())).startsWith("start one 1").hasSize(4);
    }

    @Test
    void aVersionThatDoesNotComeUpLeavesAllStoppedUntilTheNextApply() throws Exception {
        app.told();

        CommandRun broken = app.run("apply --auto-approve", "label=broken");

        assertThat(broken.exitCode()).isOne();
        assertThat(broken.err())
                .contains(
                        "The container here-shop-web-1 does not come up",
                        "Its command ended before it was well. Nothing of it runs now.",
                        "no schema");
        assertThat(app.told()).containsExactlyInAnyOrder("end one 1", "end one 2", "end jobs 1");

        app.succeed("label=two");
        assertThat(app.told()).containsExactly("start two 1", "start two 2", "start jobs 1");
    }

    @Test
    void theWayCanBecomeTheOtherTogetherWithTheVersion() throws Exception {
        app.succeed("way=rolling");
        app.told();

        app.succeed("label=two");

        List<String> told = app.told();
        assertThat(told.subList(0, 3)).containsExactlyInAnyOrder("end one 1", "end one 2", "end jobs 1");
        assertThat(told.subList(3, told.size())).containsExactly("start two 1", "start two 2", "start jobs 1");
    }
}
