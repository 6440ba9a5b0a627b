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
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Changes that would lock everybody out of a host are undone by the host itself. */
@ExtendWith(TestHostsExtension.class)
@HostSet(
        value = {"lb", "app1", "app2"},
        withPackages = true)
class HostLockoutTest {
    private static final String LOCKS_OUT = "AllowUsers nobody-at-all\\n";

    @TempDir
    Path folder;

    private final TestHost host;

    HostLockoutTest(TestHosts hosts) {
        this.host = hosts.host("app2");
    }

    private Project project(String definition) {
        return Project.of(folder, HostDefinition.provider(host) + definition);
    }

    private Project server(String content) {
        return project("""
                resource('onprem_file', 'server') {
                    provider = 'onprem.app2'
                    path     = '/etc/ssh/sshd_config.d/50-own.conf'
                    content  = '%s'
                }
                """.formatted(content));
    }

    private String content() {
        return host.run("cat /etc/ssh/sshd_config.d/50-own.conf");
    }

    /** The server loads its files a moment after it was told to. */
    private void awaitLogin() {
        for (int i = 0; i < 100 && host.attempt("true").exitCode() != 0; i++) {
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    private CommandRun refused(Project project) {
        CommandRun run = project.run("apply", "--auto-approve");
        assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(1);
        return run;
    }

    @Test
    void aConfigurationOfTheSshServerStaysWhereItLetsPeopleIn() {
        server("LogLevel VERBOSE\\n").succeed("apply", "--auto-approve");
        assertThat(content()).isEqualTo("LogLevel VERBOSE\n");
        assertThat(host.run("journalctl _COMM=sshd -o cat -n 20")).contains("Starting session: command for root");

        assertThat(refused(server("LogLevell VERBOSE\\n")).err())
                .contains(
                        "Writing /etc/ssh/sshd_config.d/50-own.conf on app2: the new content is refused", "LogLevell");
        assertThat(content()).isEqualTo("LogLevel VERBOSE\n");

        assertThat(refused(server(LOCKS_OUT)).err())
                .contains("Error: The SSH server would lock everybody out of app2", "It is as it was before.");
        assertThat(content()).isEqualTo("LogLevel VERBOSE\n");

        Project project = server("LogLevel VERBOSE\\n");
        assertThat(project.run("plan", "--detailed-exitcode").exitCode()).isZero();
        project.succeed("destroy", "--auto-approve");
        assertThat(
                        host.run(
                                "ls /etc/ssh/sshd_config.d /run/corbel/sshd; systemctl list-units --all 'corbel-sshd-*' --no-legend"))
                .doesNotContain("own", "corbel-sshd");
    }

    /** The host waits half a minute. */
    @Test
    @LongForm
    void theHostGoesBackByItselfWhereTheRunIsKilled() {
        host.run(
                "mkdir -p /etc/systemd/system/ssh.service.d && cat > /etc/systemd/system/ssh.service.d/gate.conf <<'END'\n"
                        + "[Service]\nExecReload=/bin/sh -c '" + HostGate.text("ssh")
                        + "'\nEND\nsystemctl daemon-reload");
        server(LOCKS_OUT);
        HostGate gate = HostGate.shut(host, "ssh");
        try (CorbelProcess process = CorbelProcess.start(folder, List.of(), "apply", "--auto-approve")) {
            gate.awaitReached(process);
            process.signal("KILL").end();
        }
        gate.open();
        assertThat(host.console("cat /etc/ssh/sshd_config.d/50-own.conf")).contains("AllowUsers");

        HostGate.await(host, "[ ! -e /etc/ssh/sshd_config.d/50-own.conf ] && [ -z \"$(ls /run/corbel/sshd)\" ]");
        awaitLogin();
        host.run("rm -r /etc/systemd/system/ssh.service.d && systemctl daemon-reload");
        Project project = server("LogLevel VERBOSE\\n");
        project.succeed("apply", "--auto-approve");
        project.succeed("destroy", "--auto-approve");
    }

    /** The host waits half a minute. */
    @Test
    @LongForm
    void aFirewallThatLetsNobodyInIsUndone() {
        Project open = project("resource('onprem_firewall', 'it') { provider = 'onprem.app2'; name = 'it' }\n");
        open.succeed("apply", "--auto-approve");
        Project shut =
                project("resource('onprem_firewall', 'it') { provider = 'onprem.app2'; name = 'it'; sshPorts = [] }\n");
        assertThat(refused(shut).err())
                .contains("Error: The firewall would lock everybody out of app2", "within 30 seconds");

        HostGate.await(host, "nft list table inet corbel_it | grep -q corbel-ssh");
        assertThat(host.run("hostname").strip()).isEqualTo("app2");
        Project project = project("resource('onprem_firewall', 'it') { provider = 'onprem.app2'; name = 'it' }\n");
        project.succeed("apply", "--auto-approve");
        project.succeed("destroy", "--auto-approve");
    }
}
