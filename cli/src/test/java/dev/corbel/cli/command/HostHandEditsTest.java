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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What somebody changes on a host by hand: each is found as the one thing that it is, and healed without any other. */
@ExtendWith(TestHostsExtension.class)
@HostSet(
        value = {"lb", "app1", "app2"},
        withPackages = true,
        fresh = true)
class HostHandEditsTest {
    private static final String DEFINITION = """
            def on = 'onprem.app1'
            resource('onprem_package', 'tree') { provider = on; name = 'tree' }
            resource('onprem_package', 'haproxy') { provider = on; name = 'haproxy' }
            resource('onprem_user', 'clerk') { provider = on; name = 'clerk'; shell = '/bin/sh' }
            resource('onprem_file', 'text') { provider = on; path = '/etc/hand-text.conf'; content = 'a = 1\\n' }
            resource('onprem_file', 'mode') { provider = on; path = '/etc/hand-mode.conf'; content = 'a'; mode = '0640' }
            resource('onprem_file', 'owner') { provider = on; path = '/etc/hand-owner.conf'; content = 'a'; owner = 'root' }
            resource('onprem_directory', 'data') { provider = on; path = '/srv/hand'; mode = '0750' }
            resource('onprem_hosts_entry', 'peer') { provider = on; name = 'peer.example'; address = '192.0.2.1' }
            resource('onprem_sysctl', 'forward') { provider = on; name = 'net.ipv4.ip_forward'; value = '1' }
            for (unit in ['stopped', 'disabled', 'edited', 'quiet']) {
                resource('onprem_systemd_unit', unit) {
                    provider  = on
                    name      = "hand-${unit}.service"
                    content   = '''
                        [Service]
                        ExecStart=/bin/sleep infinity
                        [Install]
                        WantedBy=multi-user.target
                        '''.stripIndent()
                }
            }
            resource('onprem_service', 'life') { provider = on; name = 'hand-life'; command = ['/bin/sleep', 'infinity'] }
            resource('onprem_firewall', 'hand') { provider = on; name = 'hand'; policy = 'accept' }
            for (port in [9990, 9991]) {
                resource('onprem_firewall_rule', "deny-$port") {
                    provider = on
                    name     = "deny-$port"
                    firewall = onprem_firewall.hand.name
                    ports    = [port]
                    action   = 'drop'
                }
            }
            resource('onprem_drain', 'life') { provider = on; name = 'hand-life'; port = 9998 }
            for (part in ['front', 'back']) {
                resource('onprem_haproxy', part) {
                    provider  = on
                    name      = part
                    port      = part == 'front' ? 9997 : 9996
                    server { name = 'a'; address = '127.0.0.1'; port = 9995 }
                    dependsOn = [onprem_package.haproxy]
                }
            }
            """;

    private static final String UNITS =
            "hand-stopped.service hand-disabled.service hand-edited.service hand-quiet.service hand-life.service"
                    + " corbel-drain-hand-life.socket haproxy.service";

    private static final String HAND = """
            echo more >> /etc/hand-text.conf
            chmod 0600 /etc/hand-mode.conf
            chown daemon /etc/hand-owner.conf
            chmod 0700 /srv/hand
            sed -i s/192.0.2.1/192.0.2.2/ /etc/hosts
            sysctl -q -w net.ipv4.ip_forward=0
            usermod -s /bin/bash clerk
            apt-get -q -y remove tree
            systemctl stop hand-stopped
            systemctl -q disable hand-disabled
            sed -i s/infinity/1000000/ /etc/systemd/system/hand-edited.service
            sed -i s/infinity/1000000/ /etc/systemd/system/hand-life.service
            handle=$(nft -a list table inet corbel_hand | sed -n 's/.*9990.*handle //p')
            nft delete rule inet corbel_hand input handle "$handle"
            mkdir -p /run/corbel/drain
            : > /run/corbel/drain/hand-life
            sed -i 's/inter 1s/inter 9s/' /etc/haproxy/corbel.d/front.cfg
            """;

    /** Of each edit its one attribute, with those that are computed of it. */
    private static final List<String> CHANGES = List.of(
            "onprem_file.text.content",
            "onprem_file.text.checksum",
            "onprem_file.text.revision",
            "onprem_file.mode.mode",
            "onprem_file.owner.owner",
            "onprem_directory.data.mode",
            "onprem_hosts_entry.peer.address",
            "onprem_sysctl.forward.value",
            "onprem_user.clerk.shell",
            "+ onprem_package.tree",
            "onprem_systemd_unit.stopped.active",
            "onprem_systemd_unit.stopped.configuration",
            "onprem_systemd_unit.stopped.sub_state",
            "onprem_systemd_unit.disabled.enabled",
            "onprem_systemd_unit.edited.content",
            "onprem_service.life.configuration",
            "onprem_service.life.sub_state",
            "+ onprem_firewall_rule.deny-9990",
            "onprem_drain.life.active",
            "onprem_haproxy.front.configuration");

    private static final List<String> FINDINGS = List.of(
            "changed (medium)  onprem_file.text.content",
            "open (low)  onprem_file.text.checksum",
            "changed (medium)  onprem_file.mode.mode",
            "changed (medium)  onprem_file.owner.owner",
            "changed (medium)  onprem_directory.data.mode",
            "changed (medium)  onprem_hosts_entry.peer.address",
            "changed (medium)  onprem_sysctl.forward.value",
            "changed (medium)  onprem_user.clerk.shell",
            "deleted (medium)  onprem_package.tree",
            "changed (medium)  onprem_systemd_unit.stopped.active",
            "changed (medium)  onprem_systemd_unit.disabled.enabled",
            "changed (medium)  onprem_systemd_unit.edited.content",
            "changed (medium)  onprem_service.life.configuration",
            "deleted (medium)  onprem_firewall_rule.deny-9990",
            "changed (medium)  onprem_drain.life.active",
            "changed (medium)  onprem_haproxy.front.configuration");

    @TempDir
    Path folder;

    private final TestHosts hosts;
    private final TestHost host;

    HostHandEditsTest(TestHosts hosts) {
        this.hosts = hosts;
        this.host = hosts.host("app1");
    }

    @Test
    void areFoundOneByOneAndHealedAlone() {
        Project project = Project.of(folder, HostDefinition.providers(hosts) + DEFINITION);
        project.succeed("apply", "--auto-approve");
        assertThat(project.run("drift").out()).startsWith("No drift.");
        Map<String, String> started = invocations();

        host.run("set -e\n" + HAND);

        CommandRun plan = project.run("plan", "--detailed-exitcode");
        assertThat(plan.exitCode()).as(plan.err()).isEqualTo(2);
        assertThat(changes(plan.out())).containsExactlyInAnyOrderElementsOf(CHANGES);
        CommandRun drift = project.run("drift");
        assertThat(drift.exitCode()).as(drift.err()).isEqualTo(2);
        assertThat(findings(drift.out())).containsExactlyInAnyOrderElementsOf(FINDINGS);

        project.succeed("apply", "--auto-approve");
        CommandRun next = project.run("plan", "--detailed-exitcode");
        assertThat(next.exitCode()).as(next.out() + next.err()).isZero();
        assertThat(project.run("drift").out()).startsWith("No drift.");
        Map<String, String> now = invocations();
        assertThat(now.keySet().stream().filter(unit -> !Objects.equals(now.get(unit), started.get(unit))))
                .as("started anew; the edited one runs as it was written before")
                .containsExactlyInAnyOrder("hand-stopped.service", "hand-life.service");
        project.succeed("destroy", "--auto-approve");
    }

    /** The invocations of units: another one where a unit was started since. */
    private Map<String, String> invocations() {
        String[] lines =
                host.run("systemctl show -p InvocationID --value " + UNITS).split("\n+", -1);
        Map<String, String> invocations = new TreeMap<>();
        for (String unit : UNITS.split(" ", -1)) {
            invocations.put(unit, lines[invocations.size()]);
        }
        return invocations;
    }

    /** What a plan would do, attribute by attribute, after what it says of reality. */
    private static List<String> changes(String plan) {
        List<String> changes = new ArrayList<>();
        String address = "";
        for (String line : plan.substring(plan.indexOf("\n\n")).split("\n", -1)) {
            Matcher object = Pattern.compile("  ([~+-]) (onprem_\\S+).*").matcher(line);
            Matcher attribute = Pattern.compile("      ~ (\\S+) +=.*").matcher(line);
            if (object.matches()) {
                address = object.group(2);
                if (!object.group(1).equals("~")) {
                    changes.add(object.group(1) + " " + address);
                }
            } else if (attribute.matches()) {
                changes.add(address + "." + attribute.group(1));
            }
        }
        return changes;
    }

    private static List<String> findings(String drift) {
        return drift.lines()
                .filter(line -> line.matches("\\w+ +(\\(\\w+\\)|onprem_).*"))
                .map(line -> line.replaceFirst("  at .*", ""))
                .toList();
    }
}
