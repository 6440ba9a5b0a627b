package dev.corbel.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.cli.testing.AwsSettings;
import dev.corbel.cli.testing.CommandRun;
import dev.corbel.cli.testing.Project;
import dev.corbel.emulators.MotoExtension;
import dev.corbel.emulators.proxy.AwsProxy;
import dev.corbel.emulators.proxy.ProxyExtension;
import dev.corbel.emulators.proxy.TaskStart;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Deployments beside which no other container of the app may run, on an emulator whose tasks stop as slowly as those of ECS. */
@ExtendWith({MotoExtension.class, ProxyExtension.class})
class StopAllTest {
    private static final String ORDERS = """
            provider('aws') { }
            variable('tag') { type = 'string'; defaultValue = '1' }
            region('eu-central-1') {
                provider    = 'aws'
                natGateways = 'one'
                app('orders') {
                    containers('web') {
                        image           = "orders:${variable.tag}"
                        count           = 3
                        deployment      = 'stopAll'
                        scheduledEvents = 'one'
                    }
                    containers('worker') { image = 'worker:1'; count = 2 }
                }
            }
            """;

    @TempDir
    Path directory;

    private Project project = new Project(Path.of(""));
    private AwsSettings settings = new AwsSettings();

    @BeforeEach
    void prepare(AwsProxy proxy) {
        project = Project.of(directory, ORDERS);
        settings = AwsSettings.forEmulator(proxy.endpoint(), directory);
    }

    @AfterEach
    void restore() {
        settings.close();
    }

    private CommandRun apply(String tag) {
        return project.run("apply", "--auto-approve", "--var", "tag=" + tag);
    }

    private void assertDone(String tag) {
        CommandRun plan = project.run("plan", "--detailed-exitcode", "--var", "tag=" + tag);
        assertThat(plan.exitCode()).as(plan.out() + plan.err()).isZero();
    }

    private static String family(String revision) {
        return revision.substring(0, revision.indexOf(':'));
    }

    /** No task of the image that is deployed anew runs beside one of the image before. */
    private static void assertNeverMixed(List<TaskStart> starts) {
        assertThat(starts).allSatisfy(start -> assertThat(start.beside())
                .noneMatch(other -> !other.contains("worker")
                        && !start.revision().contains("worker")
                        && !end(other).equals(end(start.revision()))));
    }

    private static String end(String revision) {
        return revision.substring(revision.indexOf(':'));
    }

    private static List<TaskStart> since(AwsProxy proxy, int before) {
        List<TaskStart> starts = proxy.taskStarts();
        return starts.subList(before, starts.size());
    }

    @Test
    void allStopAndOneComesBeforeTheRest(AwsProxy proxy) {
        assertThat(apply("1").exitCode()).isZero();
        assertDone("1");
        int before = proxy.taskStarts().size();

        CommandRun run = apply("2");

        assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
        List<TaskStart> starts = since(proxy, before);
        assertThat(starts).hasSize(6);
        assertThat(starts.get(0).revision()).contains("web").endsWith(":2");
        assertThat(starts.get(0).beside()).isEmpty();
        assertThat(starts.subList(1, 3))
                .allMatch(start ->
                        family(start.revision()).equals(family(starts.get(0).revision()))
                                && start.beside().equals(List.of(start.revision())));
        assertNeverMixed(starts);
        assertDone("2");
    }

    @Test
    void anImageThatStaysStopsNothing(AwsProxy proxy) {
        assertThat(apply("1").exitCode()).isZero();
        int before = proxy.taskStarts().size();
        project.write("environments/default.groovy", ORDERS.replace("count           = 3", "count           = 4"));

        assertThat(apply("1").exitCode()).isZero();

        assertThat(since(proxy, before)).hasSize(1);
    }

    @Test
    void aRunThatDiesIsTakenUpAgainByTheNext(AwsProxy proxy) {
        assertThat(apply("0").exitCode()).isZero();
        int calls = 0;
        CommandRun broken;
        do {
            String tag = String.valueOf(calls + 1);
            int before = proxy.taskStarts().size();
            proxy.breakDownAfter("ecs", calls);
            broken = apply(tag);
            proxy.repair();
            CommandRun next = apply(tag);

            assertThat(next.exitCode())
                    .as("after " + calls + " calls: " + next.out() + next.err())
                    .isZero();
            assertNeverMixed(since(proxy, before));
            assertDone(tag);
            calls++;
        } while (broken.exitCode() != 0);
        assertThat(calls).as("registrations, stops, starts").isGreaterThan(12);
    }
}
