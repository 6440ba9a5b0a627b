package dev.corbel.cli.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.cli.testing.CommandRun;
import dev.corbel.cli.testing.CorbelProcess;
import dev.corbel.cli.testing.HostDefinition;
import dev.corbel.cli.testing.HostGate;
import dev.corbel.cli.testing.Project;
import dev.corbel.emulators.LongForm;
import dev.corbel.emulators.hosts.HostSet;
import dev.corbel.emulators.hosts.TestHost;
import dev.corbel.emulators.hosts.TestHosts;
import dev.corbel.emulators.hosts.TestHostsExtension;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed, and a network that is cut, while a host is at work. */
@Tag("proof")
@ExtendWith(TestHostsExtension.class)
@HostSet(
        value = {"lb", "app1", "app2"},
        withPackages = true)
class HostCrashTest {
    @TempDir
    Path folder;

    private final TestHosts hosts;
    private final TestHost host;

    HostCrashTest(TestHosts hosts) {
        this.hosts = hosts;
        this.host = hosts.host("app1");
    }

    @BeforeEach
    void forgetStarts() {
        host.run("rm -f /run/worker.starts");
    }

    private Project project(String definition) {
        return Project.of(folder, HostDefinition.providers(hosts) + definition);
    }

    private CorbelProcess apply() {
        return CorbelProcess.start(folder, List.of(), "apply", "--auto-approve");
    }

    private static String worker(String content) {
        return """
                resource('onprem_file', 'settings') {
                    provider = 'onprem.app1'
                    path     = '/etc/worker.conf'
                    content  = '%s'
                    validate = '%s'
                }
                resource('onprem_systemd_unit', 'worker') {
                    provider  = 'onprem.app1'
                    name      = 'worker.service'
                    restartOn = [onprem_file.settings.revision]
                    content   = '''
                        [Service]
                        ExecStartPre=/bin/sh -c 'echo start >> /run/worker.starts'
                        ExecStartPre=/bin/sh -c '%s'
                        ExecStart=/bin/sleep infinity
                        [Install]
                        WantedBy=multi-user.target
                        '''.stripIndent()
                }
                """.formatted(content, HostGate.text("file"), HostGate.text("start"));
    }

    private String invocation() {
        return host.run("systemctl show -p InvocationID --value worker");
    }

    private String starts() {
        return host.run("wc -l < /run/worker.starts").strip();
    }

    private static void assertNothingToDo(Project project) {
        CommandRun run = project.run("plan", "--detailed-exitcode");
        assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
    }

    @Test
    void killedBetweenAFileAndItsRestartTheNextPlanIsThatRestart() {
        Project project = project(worker("one"));
        project.succeed("apply", "--auto-approve");
        String before = invocation();
        project(worker("two"));
        HostGate gate = HostGate.shut(host, "file");
        try (CorbelProcess process = apply()) {
            gate.awaitReached(process);
            process.signal("KILL").end();
        }
        gate.open();
        HostGate.await(host, "grep -q two /etc/worker.conf");
        assertThat(invocation()).isEqualTo(before);

        CommandRun plan = project.run("plan", "--detailed-exitcode");
        assertThat(plan.exitCode()).isEqualTo(2);
        assertThat(plan.out())
                .contains("~ configuration", "Plan: 0 to add, 1 to change, 0 to destroy.")
                .doesNotContain("onprem_file.settings");
        project.succeed("apply", "--auto-approve");
        assertThat(invocation()).isNotEqualTo(before);
        assertThat(starts()).isEqualTo("2");
        assertNothingToDo(project);
        project.succeed("destroy", "--auto-approve");
    }

    @Test
    void killedInARestartNoOtherOneIsDue() {
        Project project = project(worker("one"));
        project.succeed("apply", "--auto-approve");
        String before = invocation();
        project(worker("two"));
        HostGate gate = HostGate.shut(host, "start");
        try (CorbelProcess process = apply()) {
            gate.awaitReached(process);
            process.signal("KILL").end();
        }
        gate.open();
        HostGate.await(
                host, "grep -q $(systemctl show -p InvocationID --value worker) /run/corbel/effect/worker.service");

        assertThat(invocation()).isNotEqualTo(before);
        assertThat(project.run("plan").out()).doesNotContain("~ configuration");
        project.succeed("apply", "--auto-approve");
        assertThat(starts()).isEqualTo("2");
        assertNothingToDo(project);
        project.succeed("destroy", "--auto-approve");
    }

    private static final String PACKAGE = """
            resource('onprem_package', 'tree') {
                provider = 'onprem.app1'
                name     = 'tree'
            }
            resource('onprem_file', 'other') {
                provider = 'onprem.app2'
                path     = '/etc/other.conf'
                content  = 'there'
            }
            """;

    private static final String GATE_OF_APT = "/etc/apt/apt.conf.d/99-gate";

    private HostGate shutInApt() {
        host.run("apt-get -q -y purge tree; rm -f /var/log/apt/history.log");
        host.run("cat > %s <<'END'\nDPkg::Pre-Invoke {\"%s\";};\nEND".formatted(GATE_OF_APT, HostGate.text("apt")));
        return HostGate.shut(host, "apt");
    }

    /** The rerun waits for what still installs it, and finds what was installed. */
    private void assertConverges(Project project) {
        project.succeed("apply", "--auto-approve");
        assertThat(host.run("grep -c '^Commandline: ' /var/log/apt/history.log").strip())
                .as("apt ran once")
                .isEqualTo("1");
        assertThat(host.run("tree --version")).contains("tree v");
        assertNothingToDo(project);
        host.run("rm " + GATE_OF_APT);
        project.succeed("destroy", "--auto-approve");
    }

    @Test
    void aProcessIsKilledWhileAHostWithoutANetworkInstallsAPackage() {
        Project project = project(PACKAGE);
        HostGate gate = shutInApt();
        try (CorbelProcess process = apply()) {
            gate.awaitReached(process);
            HostGate.await(hosts.host("app2"), "[ -e /etc/other.conf ]");
            host.cut();
            process.signal("KILL").end();
        }
        host.heal();
        try (CorbelProcess process = apply()) {
            HostGate.await(host, "grep -qsaz '^0\\.3$' /proc/[0-9]*/cmdline");
            gate.open();
            CommandRun run = process.end();
            assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
        }
        assertConverges(project);
    }

    /** It takes a minute until a connection counts as broken. */
    @Test
    @LongForm
    void aRunEndsWhereTheNetworkIsCutForLong() {
        Project project = project(PACKAGE);
        HostGate gate = shutInApt();
        CommandRun run;
        try (CorbelProcess process = apply()) {
            gate.awaitReached(process);
            host.cut();
            gate.open();
            run = process.end();
        } finally {
            host.heal();
        }
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("Error: The connection to app1 broke\n", ", in onprem_package.tree\n");
        assertThat(hosts.host("app2").run("cat /etc/other.conf")).isEqualTo("there");
        assertConverges(project);
    }
}
