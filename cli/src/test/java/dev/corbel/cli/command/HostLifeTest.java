package dev.corbel.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.cli.testing.CommandRun;
import dev.corbel.cli.testing.HostDefinition;
import dev.corbel.cli.testing.Project;
import dev.corbel.emulators.hosts.HostSet;
import dev.corbel.emulators.hosts.TestHost;
import dev.corbel.emulators.hosts.TestHosts;
import dev.corbel.emulators.hosts.TestHostsExtension;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A host from its first object to its last one. */
@ExtendWith(TestHostsExtension.class)
@HostSet(
        value = {"lb", "app1", "app2"},
        withPackages = true)
class HostLifeTest {
    @TempDir
    Path folder;

    /** An object of each kind that a host can have. */
    private static final String EVERYTHING = """
            def on = 'onprem.app1'
            resource('onprem_package', 'tree') { provider = on; name = 'tree' }
            resource('onprem_package', 'haproxy') { provider = on; name = 'haproxy' }
            resource('onprem_group', 'crew') { provider = on; name = 'crew' }
            resource('onprem_user', 'worker') {
                provider       = on
                name           = 'worker'
                groups         = [onprem_group.crew.name]
                authorizedKeys = ['ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIKllc3Rvbmx5dGVzdG9ubHl0ZXN0b25seXRlc3Rvbmx5 a']
                removeHome     = true
            }
            resource('onprem_directory', 'data') { provider = on; path = '/srv/life'; owner = onprem_user.worker.name }
            resource('onprem_file', 'fresh') { provider = on; path = '/etc/life.conf'; content = 'a' }
            resource('onprem_file', 'motd') {
                provider        = on
                path            = '/etc/motd'
                content         = 'hello'
                mode            = '0600'
                replaceExisting = true
            }
            resource('onprem_hosts_entry', 'peer') { provider = on; name = 'peer.example'; address = '192.0.2.1' }
            resource('onprem_sysctl', 'forward') { provider = on; name = 'net.ipv4.ip_forward'; value = '1' }
            resource('onprem_command', 'note') {
                provider = on
                name     = 'note'
                apply    = 'echo done > /etc/life.note'
                check    = 'cat /etc/life.note'
                undo     = 'rm /etc/life.note'
            }
            resource('onprem_systemd_unit', 'timer') {
                provider = on
                name     = 'life.timer'
                content  = '''
                    [Timer]
                    OnCalendar=yearly
                    Unit=life.service
                    [Install]
                    WantedBy=timers.target
                    '''.stripIndent()
                dependsOn = [onprem_service.life]
            }
            resource('onprem_service', 'life') {
                provider          = on
                name              = 'life'
                command           = ['/bin/sleep', 'infinity']
                user              = onprem_user.worker.name
                environment       = [GREETING: 'hello']
                secretEnvironment = [TOKEN: 'token']
                secretVersion     = 1
                restartOn         = [onprem_file.fresh.revision]
                purge             = true
            }
            resource('onprem_firewall', 'life') { provider = on; name = 'life'; policy = 'accept' }
            resource('onprem_firewall_rule', 'deny') {
                provider  = on
                name      = 'deny'
                firewall  = onprem_firewall.life.name
                ports     = [9999]
                from      = ['192.0.2.0/24', '198.51.100.7']
                action    = 'drop'
            }
            resource('onprem_drain', 'life') { provider = on; name = 'life'; port = 9998 }
            resource('onprem_haproxy', 'life') {
                provider  = on
                name      = 'life'
                port      = 9997
                server { name = 'a'; address = '127.0.0.1'; port = 9996 }
                dependsOn = [onprem_package.haproxy]
            }
            """;

    /** Prints what a host has, but for what each start and each program changes by itself. */
    private static final String INVENTORY = """
            dpkg -l | awk '{ print $1, $2, $3 }'
            getent passwd; getent group; sort /etc/shadow
            find /etc /opt /srv /usr/local /home -xdev ! -name '*-' ! -path /etc/ld.so.cache -printf '%p %y %U %G %m %l\\n' | sort
            find /etc -xdev -type f ! -name '*-' ! -path /etc/ld.so.cache -print0 | sort -z | xargs -0 sha256sum
            systemctl list-unit-files --no-legend --no-pager | grep -v '^session-'
            systemctl list-units --all --no-legend --no-pager --plain --type service,timer,socket |
                awk '$1 !~ /@|^(systemd|apt|user|session|dpkg|podman.service)/ && $2 != "not-found" { print $1, $3 }' | sort
            nft list ruleset
            sysctl net.ipv4.ip_forward
            find /var/lib/corbel /run/corbel -type f ! -path '/run/corbel/calls/*' 2> /dev/null | sort
            """;

    private final TestHosts hosts;
    private final TestHost host;

    HostLifeTest(TestHosts hosts) {
        this.hosts = hosts;
        this.host = hosts.host("app1");
    }

    private List<String> inventory() {
        return host.run(INVENTORY).lines().toList();
    }

    private static List<String> more(List<String> lines, List<String> others) {
        return lines.stream().filter(line -> !others.contains(line)).toList();
    }

    private Project project(String definition) {
        return Project.of(folder, HostDefinition.providers(hosts) + definition);
    }

    private static void assertNothingToDo(Project project) {
        CommandRun run = project.run("plan", "--detailed-exitcode");
        assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
    }

    @Test
    void aRebootChangesNothingAndDestroyLeavesWhatWasThere() {
        // Other tests leave their apps on the hosts that they share.
        host.reset();
        host.run("timeout 60 systemctl is-system-running --wait > /dev/null || :");
        // What the first use of sudo leaves.
        host.run("install -o 1000 -g 1000 -m 644 /dev/null /home/admin/.sudo_as_admin_successful");
        List<String> before = inventory();
        Project project = project(EVERYTHING);
        project.succeed("apply", "--auto-approve");
        assertNothingToDo(project);
        assertThat(inventory()).isNotEqualTo(before);

        host.reboot();
        assertNothingToDo(project);
        assertThat(host.run("systemctl is-active life life.timer haproxy").lines())
                .allMatch("active"::equals);
        assertThat(host.run("nft list table inet corbel_life; sysctl -n net.ipv4.ip_forward"))
                .contains("tcp dport 9999 drop", "\n1\n");

        project.succeed("destroy", "--auto-approve");
        assertThat(more(inventory(), before)).as("left behind").isEmpty();
        assertThat(more(before, inventory())).as("not put back").isEmpty();
    }

    @Test
    void aHostThatAnotherProviderMakesIsSetUpInTheSameApply() {
        Project project = Project.of(
                folder,
                "resource('sim_object', 'machine') { name = 'machine' }\n"
                        + HostDefinition.provider(host, "sim_object.machine.id.map { '" + host.address() + "' }")
                        + "resource('onprem_file', 'late') { provider = 'onprem.app1'; path = '/etc/late'; content = 'a' }\n");

        CommandRun plan = project.run("plan", "--json");
        assertThat(plan.out()).contains("\"complete\":false");
        project.succeed("apply", "--auto-approve");
        assertThat(host.run("cat /etc/late")).isEqualTo("a");
        assertNothingToDo(project);
        project.succeed("destroy", "--auto-approve");
        assertThat(host.attempt("cat /etc/late").exitCode()).isEqualTo(1);
    }

    @Test
    void manyObjectsAreReadInOneSession() {
        Project project = project("""
                for (i in 0..<50) {
                    resource('onprem_file', "f${i}") { provider = 'onprem.app2'; path = "/etc/many-${i}"; content = "text $i" }
                }
                """);
        project.succeed("apply", "--auto-approve");
        TestHost many = hosts.host("app2");
        many.run("echo LogLevel VERBOSE > /etc/ssh/sshd_config.d/verbose.conf");
        // Unlike a reload, it ends when connections are taken again.
        many.run("systemctl restart ssh");
        String since = many.run("journalctl -n 0 --show-cursor | sed -n 's/^-- cursor: //p'")
                .strip();
        assertNothingToDo(project);
        String log = many.run("journalctl _COMM=sshd -o cat --after-cursor '" + since + "'");
        assertThat(log.lines().filter(line -> line.startsWith("Accepted publickey for admin")))
                .hasSize(1);
        assertThat(log.lines().filter(line -> line.startsWith("Starting session: command for admin")))
                .as("the machine's id, and all facts")
                .hasSizeLessThanOrEqualTo(2);
        project.succeed("destroy", "--auto-approve");
        assertThat(many.run("ls /etc | grep -c many- || :").strip()).isEqualTo("0");
    }
}
