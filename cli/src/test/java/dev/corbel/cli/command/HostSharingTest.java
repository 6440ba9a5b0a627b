package dev.corbel.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.cli.testing.CommandRun;
import dev.corbel.cli.testing.CorbelProcess;
import dev.corbel.cli.testing.HostDefinition;
import dev.corbel.cli.testing.HostGate;
import dev.corbel.cli.testing.Project;
import dev.corbel.emulators.hosts.HostSet;
import dev.corbel.emulators.hosts.TestHost;
import dev.corbel.emulators.hosts.TestHosts;
import dev.corbel.emulators.hosts.TestHostsExtension;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Two projects that have objects on one host. */
@ExtendWith(TestHostsExtension.class)
@HostSet(
        value = {"lb", "app1", "app2"},
        withPackages = true,
        fresh = true)
class HostSharingTest {
    private static final String HOOKS = "/etc/apt/apt.conf.d/99-sharing";

    @TempDir
    Path folder;

    private final TestHost host;

    HostSharingTest(TestHosts hosts) {
        this.host = hosts.host("app2");
    }

    @AfterEach
    void removeHooks() {
        host.run("rm -f " + HOOKS + " /run/order; apt-get -q -y install acl");
    }

    private Project project(String name, String definition) {
        return Project.of(folder.resolve(name), HostDefinition.provider(host) + definition);
    }

    private static String objects(String name, String packageName) {
        return """
                resource('onprem_package', 'tool') { provider = 'onprem.app2'; name = '%2$s' }
                resource('onprem_file', 'own') { provider = 'onprem.app2'; path = '/etc/sharing-%1$s.conf'; content = '%1$s' }
                resource('onprem_user', 'own') { provider = 'onprem.app2'; name = 'of-%1$s'; removeHome = true }
                resource('onprem_hosts_entry', 'own') { provider = 'onprem.app2'; name = '%1$s.example'; address = '192.0.2.1' }
                resource('onprem_firewall', 'own') { provider = 'onprem.app2'; name = '%1$s'; policy = 'accept' }
                """.formatted(name, packageName);
    }

    private static CorbelProcess apply(Project project) {
        return CorbelProcess.start(project.directory(), List.of(), "apply", "--auto-approve");
    }

    private static void assertSucceeds(CorbelProcess process) {
        CommandRun run = process.end();
        assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
    }

    private static void assertNothingToDo(Project project) {
        CommandRun plan = project.run("plan", "--detailed-exitcode");
        assertThat(plan.exitCode()).as(plan.out() + plan.err()).isZero();
        CommandRun drift = project.run("drift");
        assertThat(drift.out()).as(drift.err()).startsWith("No drift.");
    }

    @Test
    void changeItAtOnceAndLeaveEachOthersObjectsAlone() {
        Project shop = project("shop", objects("shop", "tree"));
        Project desk = project("desk", objects("desk", "acl"));
        host.run("""
                apt-get -q -y purge acl
                cat > %s <<'END'
                DPkg::Pre-Invoke {"echo begin >> /run/order; %s";};
                DPkg::Post-Invoke {"echo end >> /run/order";};
                END
                """.formatted(HOOKS, HostGate.text("apt")));
        HostGate gate = HostGate.shut(host, "apt");
        try (CorbelProcess first = apply(shop)) {
            gate.awaitReached(first);
            try (CorbelProcess second = apply(desk)) {
                HostGate.await(host, "[ -e /etc/sharing-desk.conf ]");
                second.awaitLine("onprem_package.tool: creating");
                assertThat(host.run("cat /run/order")).isEqualTo("begin\n");
                gate.open();
                assertSucceeds(first);
                assertSucceeds(second);
            }
        }
        assertThat(host.run("cat /run/order").lines()).containsExactly("begin", "end", "begin", "end");
        assertNothingToDo(shop);
        assertNothingToDo(desk);

        shop.succeed("destroy", "--auto-approve");
        assertThat(host.run("ls /etc/sharing-*; getent passwd | grep ^of-; grep example /etc/hosts; nft list tables"))
                .contains("/etc/sharing-desk.conf", "of-desk:", "desk.example", "inet corbel_desk")
                .doesNotContain("shop");
        assertNothingToDo(desk);
        desk.succeed("destroy", "--auto-approve");
    }

    @Test
    void theSecondToClaimAPathIsToldTheFirst() {
        String file =
                "resource('onprem_file', '%1$s') { provider = 'onprem.app2'; path = '/etc/sharing.conf'; content = '%1$s' }\n";
        Project shop = project("shop", file.formatted("ours"));
        Project desk = project("desk", file.formatted("theirs"));
        shop.succeed("apply", "--auto-approve");

        CommandRun refused = desk.run("apply", "--auto-approve");

        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err())
                .contains(
                        "Error: onprem_file \"/etc/sharing.conf\" on app2 belongs to another resource\n",
                        "It is onprem_file.ours in the environment default of the project shop.",
                        "Let one of the two give it up, or choose another name.");
        assertThat(host.run("cat /etc/sharing.conf")).isEqualTo("ours");
        assertNothingToDo(shop);
        shop.succeed("destroy", "--auto-approve");
        desk.succeed("apply", "--auto-approve");
        assertThat(host.run("cat /etc/sharing.conf")).isEqualTo("theirs");
        desk.succeed("destroy", "--auto-approve");
    }
}
