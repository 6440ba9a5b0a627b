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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A host that lets SSH in from another one alone. */
@ExtendWith(TestHostsExtension.class)
@HostSet(
        value = {"lb", "app1", "app2"},
        withPackages = true)
class HostBastionTest {
    @TempDir
    Path folder;

    private final TestHosts hosts;
    private final TestHost bastion;
    private final TestHost behind;
    private Project project;

    HostBastionTest(TestHosts hosts) {
        this.hosts = hosts;
        this.bastion = hosts.host("lb");
        this.behind = hosts.host("app1");
    }

    @BeforeEach
    void closeTheDirectWay() {
        behind.console(
                "nft add table inet bastion && nft 'add chain inet bastion input { type filter hook input priority 0; }'"
                        + " && nft add rule inet bastion input tcp dport 22 ip saddr != " + bastion.address()
                        + " drop");
        project = Project.of(
                folder,
                HostDefinition.provider(hosts.host("app2"))
                        + """
                provider('onprem', alias: 'app1') {
                    name           = 'app1'
                    address        = '%1$s'
                    bastion        = '%2$s@%3$s'
                    user           = '%2$s'
                    identityFile   = '%4$s'
                    knownHostsFile = '%5$s'
                    connectTimeout = 2
                }
                resource('onprem_file', 'one') { provider = 'onprem.app1'; path = '/etc/bastion-1'; content = 'a' }
                resource('onprem_file', 'two') { provider = 'onprem.app1'; path = '/etc/bastion-2'; content = 'a' }
                resource('onprem_file', 'other') { provider = 'onprem.app2'; path = '/etc/bastion'; content = 'a' }
                """.formatted(
                                        behind.address(),
                                        bastion.user(),
                                        bastion.address(),
                                        hosts.identityFile(),
                                        hosts.knownHosts()));
    }

    @AfterEach
    void openIt() {
        bastion.heal();
        project.succeed("destroy", "--auto-approve");
        behind.console("nft delete table inet bastion");
    }

    @Test
    void isReachedThroughThatOneAndUnreadableWithoutIt() {
        assertThat(behind.attempt("true").exitCode()).as("the direct way").isEqualTo(255);
        project.succeed("apply", "--auto-approve");
        assertThat(behind.console("cat /etc/bastion-1")).isEqualTo("a");
        CommandRun nothing = project.run("plan", "--detailed-exitcode");
        assertThat(nothing.exitCode()).as(nothing.out() + nothing.err()).isZero();
        String before = project.run("state", "pull").out();

        bastion.cut();
        CommandRun plan = project.run("plan", "--detailed-exitcode");
        assertThat(plan.exitCode()).isEqualTo(1);
        assertThat(plan.err())
                .containsOnlyOnce("Error: ")
                .contains(
                        "Error: Nothing answers at admin@" + bastion.address() + "\n",
                        ", which is on the way to app1, could not be reached within 2 s",
                        "It concerns 2 objects of provider \"onprem.app1\": onprem_file.one, onprem_file.two.");
        CommandRun drift = project.run("drift");
        assertThat(drift.exitCode()).isEqualTo(3);
        assertThat(drift.out())
                .contains("unreadable  onprem_file.one, onprem_file.two", "No drift as far as could be read")
                .doesNotContain("deleted", "onprem_file.other");
        assertThat(project.run("state", "pull").out()).isEqualTo(before);
    }
}
