package dev.corbel.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.cli.testing.AwsSettings;
import dev.corbel.cli.testing.CommandRun;
import dev.corbel.cli.testing.KilledAtCall;
import dev.corbel.cli.testing.Project;
import dev.corbel.emulators.MotoExtension;
import dev.corbel.emulators.MotoServer;
import dev.corbel.emulators.proxy.AwsProxy;
import dev.corbel.emulators.proxy.HeldCall;
import dev.corbel.emulators.proxy.ProxyExtension;
import dev.corbel.emulators.proxy.TaskStart;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Deployments beside which no other container of the app may run, on an emulator whose tasks stop as slowly as those of ECS. */
@ExtendWith({MotoExtension.class, ProxyExtension.class})
class StopAllTest {
    /** The exit code of a process that was ended by the signal KILL. */
    private static final Pattern IMAGE = Pattern.compile("\"image\": ?\"([^\"]+)\"");

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
    private static void assertNeverMixed(MotoServer moto, List<TaskStart> starts) {
        assertThat(starts)
                .filteredOn(start -> image(moto, start.revision()).startsWith("orders:"))
                .allSatisfy(start -> assertThat(images(moto, start.beside()))
                        .allMatch(image -> image.equals(image(moto, start.revision())) || image.startsWith("worker:")));
    }

    private static List<String> images(MotoServer moto, List<String> revisions) {
        return revisions.stream().map(revision -> image(moto, revision)).toList();
    }

    private static String image(MotoServer moto, String revision) {
        String answer = moto.json(
                "ecs",
                "eu-central-1",
                "AmazonEC2ContainerServiceV20141113.DescribeTaskDefinition",
                "{\"taskDefinition\":\"" + revision + "\"}");
        Matcher image = IMAGE.matcher(answer);
        assertThat(image.find()).as(answer).isTrue();
        return image.group(1);
    }

    private static List<TaskStart> since(AwsProxy proxy, int before) {
        List<TaskStart> starts = proxy.taskStarts();
        return starts.subList(before, starts.size());
    }

    @Test
    void allStopAndOneComesBeforeTheRest(AwsProxy proxy, MotoServer moto) {
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
        assertNeverMixed(moto, starts);
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

    /**
     * Each call that changes something is a moment of its own, and so is the one when it was made and nobody has heard of it. A
     * run that is killed there is taken up by the next one, be it with the same image or with another. The short form takes
     * one call of six.
     */
    @Tag("proof")
    @ParameterizedTest
    @EnumSource
    void aRunThatIsKilledIsTakenUpAgainByTheNext(HeldCall.Moment moment, AwsProxy proxy, MotoServer moto) {
        boolean all = "all".equals(System.getProperty("corbel.kills"));
        int call = all || moment == HeldCall.Moment.BEFORE ? 1 : 2;
        assertThat(apply("first").exitCode()).isZero();
        int before = proxy.taskStarts().size();
        while (killAt(proxy, "at-" + call, call, moment)) {
            String next = "at-" + call + (call % 2 == 0 ? "" : "-mended");
            CommandRun run = apply(next);

            assertThat(run.exitCode())
                    .as("%s call %d: %s%s", moment, call, run.out(), run.err())
                    .isZero();
            assertDone(next);
            assertNeverMixed(moto, since(proxy, before));
            before = proxy.taskStarts().size();
            String web = "orders:" + next;
            assertThat(images(moto, proxy.runningTasks()))
                    .as("%s call %d", moment, call)
                    .containsExactlyInAnyOrder(web, web, web, web, "worker:1", "worker:1");
            call += all ? 1 : 6;
        }
        assertThat(call).as("registrations, stops, starts").isGreaterThan(12);
    }

    /** Applies in a process of its own and kills that at a call; tells whether it came so far. */
    private boolean killAt(AwsProxy proxy, String tag, int call, HeldCall.Moment moment) {
        return KilledAtCall.run(
                directory, proxy, "ecs", call, moment, "apply", "--auto-approve", "--var", "tag=" + tag);
    }
}
