package dev.corbel.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.cli.testing.AppArchive;
import dev.corbel.cli.testing.CommandRun;
import dev.corbel.cli.testing.CorbelProcess;
import dev.corbel.cli.testing.Project;
import dev.corbel.emulators.LongForm;
import dev.corbel.emulators.hosts.HostSet;
import dev.corbel.emulators.hosts.TestHost;
import dev.corbel.emulators.hosts.TestHosts;
import dev.corbel.emulators.hosts.TestHostsExtension;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Deployments that stop all of an app on its hosts before a new version starts on one. */
@LongForm
@ExtendWith(TestHostsExtension.class)
@HostSet(
        value = {"lb", "app1", "app2"},
        withPackages = true,
        fresh = true)
class OnpremStopAllTest {
    private static final String ENVIRONMENT = "environments/load-balancer.groovy";
    private static final int KILLED = 137;

    /** Asks each instance without a balancer between, and writes what it answers: VERSION HOST. */
    private static final String POLL = """
            while :; do
                for host in %s %s; do
                    answer=$(curl -s -m 1 http://$host:8080/ | sed -n "s/^version //p")
                    [ -z "$answer" ] || echo "$answer $host"
                done
                sleep 0.05
            done > /run/answers
            """;

    @TempDir
    Path folder;

    private final TestHosts hosts;
    private Project project;

    OnpremStopAllTest(TestHosts hosts) {
        this.hosts = hosts;
    }

    @BeforeEach
    void copyExample() throws Exception {
        project = Project.example("onprem", folder);
        AppArchive.pack(folder, "App.java");
    }

    private void deploy(String way) {
        String text = project.read(ENVIRONMENT).replaceFirst(" *deployment = '\\w+'\n", "");
        project.write(
                ENVIRONMENT, text.replaceFirst("( *)count   = 2\n", "$1count   = 2\n$1deployment = '" + way + "'\n"));
    }

    private String[] arguments(String command, String... more) {
        List<String> line = new ArrayList<>(List.of(command, "load-balancer"));
        List<String> addresses = hosts.all().stream()
                .map(host -> "\"%s\": \"%s\"".formatted(host.name(), host.address()))
                .toList();
        for (String value : List.of(
                "addresses={" + String.join(", ", addresses) + "}",
                "user=" + hosts.host("lb").user(),
                "identityFile=" + hosts.identityFile(),
                "knownHosts=" + hosts.knownHosts(),
                "java=/usr/local/bin/java")) {
            line.addAll(List.of("--var", value));
        }
        line.addAll(List.of(more));
        return line.toArray(String[]::new);
    }

    private CommandRun apply(String version, String... more) {
        List<String> all = new ArrayList<>(List.of("--auto-approve", "--var", "version=" + version));
        all.addAll(List.of(more));
        return project.run(arguments("apply", all.toArray(String[]::new)));
    }

    private void assertApplied(String version) {
        CommandRun applied = apply(version);
        assertThat(applied.exitCode()).as(applied.out() + applied.err()).isZero();
        CommandRun planned = project.run(arguments("plan", "--detailed-exitcode", "--var", "version=" + version));
        assertThat(planned.exitCode()).as(planned.out() + planned.err()).isZero();
    }

    private List<String> starts() {
        return List.of(start("app1"), start("app2"));
    }

    private String start(String host) {
        return hosts.host(host).run("systemctl show -p InvocationID,UnitFileState shop");
    }

    private void poll() {
        hosts.host("lb")
                .run("systemd-run --quiet --collect --unit poll /bin/sh -c '%s'"
                        .formatted(POLL.formatted(
                                hosts.host("app1").address(), hosts.host("app2").address())));
    }

    private List<String> answers() {
        TestHost asking = hosts.host("lb");
        asking.run("systemctl stop poll");
        String text = asking.run("cat /run/answers")
                .replace(hosts.host("app1").address(), "app1")
                .replace(hosts.host("app2").address(), "app2");
        return text.lines().toList();
    }

    /** Applies a version in a process of its own, and kills that once the service has ended on a host. */
    private void applyAndKill(String version, TestHost host) {
        String[] arguments = arguments("apply", "--auto-approve", "--var", "version=" + version);
        try (CorbelProcess process = CorbelProcess.start(folder, List.of(), arguments)) {
            while (host.attempt("systemctl is-active --quiet shop").exitCode() == 0) {
                assertThat(process.isRunning()).isTrue();
                LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            }
            process.signal("KILL");
            assertThat(process.end().exitCode()).isEqualTo(KILLED);
        }
    }

    @Test
    void anOldVersionAndANewOneNeverAnswerAtOnce() {
        assertApplied("1");
        List<String> before = starts();
        deploy("stopAll");
        assertApplied("1");
        assertThat(starts()).isEqualTo(before);

        poll();
        applyAndKill("2", hosts.host("app1"));
        assertApplied("2");
        List<String> answers = answers();
        assertThat(answers).contains("1 app1", "1 app2", "2 app1", "2 app2");
        assertThat(answers.lastIndexOf("1 app1")).isLessThan(answers.indexOf("2 app1"));
        assertThat(answers.lastIndexOf("1 app2")).isLessThan(answers.indexOf("2 app1"));
        assertThat(answers.indexOf("2 app1")).as("one comes up before the rest").isLessThan(answers.indexOf("2 app2"));

        CommandRun refused = apply("3", "--var", "health=broken");
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err()).contains("shop.service does not come up on app1", "It runs as it did before.");
        assertThat(hosts.host("app1").run("systemctl is-active shop")).isEqualTo("active\n");
        assertThat(start("app2")).contains("UnitFileState=disabled");
        assertThat(hosts.host("app2")
                        .attempt("systemctl is-active --quiet shop")
                        .exitCode())
                .isNotZero();
        assertApplied("2");

        List<String> after = starts();
        deploy("rolling");
        assertApplied("2");
        assertThat(starts()).isEqualTo(after);
    }
}
