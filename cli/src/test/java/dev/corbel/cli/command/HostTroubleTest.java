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
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Hosts that cannot do what is asked of them: each message names the host, the resource and the way out. */
@ExtendWith(TestHostsExtension.class)
@HostSet(
        value = {"lb", "app1", "app2"},
        withPackages = true)
class HostTroubleTest {
    private static final String FILE = """
            resource('onprem_file', 'it') { provider = 'onprem.lb'; path = '/srv/trouble/file'; content = 'line\\n' * 400000 }
            """;
    private static final String PACKAGE = """
            resource('onprem_package', 'it') {
                provider = 'onprem.lb'
                name     = 'tree'
                timeouts { create = '2 s' }
            }
            """;

    enum Trouble {
        SUDO_WITH_A_PASSWORD(
                FILE,
                "mv /etc/sudoers.d /etc/sudoers.away && echo 'admin ALL=(ALL) ALL' > /etc/sudoers.d-admin"
                        + " && mkdir /etc/sudoers.d && mv /etc/sudoers.d-admin /etc/sudoers.d/admin",
                "rm -r /etc/sudoers.d && mv /etc/sudoers.away /etc/sudoers.d",
                "Error: Scripts do not run as root on lb",
                "sudo: a password is required",
                "Let the user run /bin/sh by sudo without a password"),
        NO_SUDO(
                FILE,
                "mv /usr/bin/sudo /usr/bin/sudo.away",
                "mv /usr/bin/sudo.away /usr/bin/sudo",
                "Error: Scripts do not run as root on lb",
                "sudo: not found",
                "connect as root"),
        READ_ONLY(
                FILE,
                "mount -t tmpfs -o ro none /srv/trouble",
                "umount /srv/trouble",
                "Error: Writing /srv/trouble/file on lb failed\n  at environments/default.groovy:8:1, in onprem_file.it\n",
                "Read-only file system",
                "Mount it for writing"),
        FULL_DISK(
                FILE,
                "mount -t tmpfs -o size=1m none /srv/trouble",
                "umount /srv/trouble",
                "Error: Writing /srv/trouble/file on lb failed\n  at environments/default.groovy:8:1, in onprem_file.it\n",
                "No space left on device",
                "Make room on the host"),
        FULL_REGISTRY(
                FILE,
                "mkdir -p /var/lib/corbel && mount -t tmpfs -o size=4k none /var/lib/corbel && cat /dev/zero > /var/lib/corbel/zero || :",
                "umount /var/lib/corbel",
                " on lb failed\n  at environments/default.groovy:8:1, in onprem_file.it\n",
                "I/O error",
                "Make room on the host"),
        APT_IS_BUSY(
                PACKAGE,
                "exec 3<&- 1>&- 2>&-; nohup python3 -c 'import fcntl, time; f = open(\"/var/lib/dpkg/lock-frontend\", \"w\");"
                        + " fcntl.lockf(f, fcntl.LOCK_EX); open(\"/run/busy\", \"w\"); time.sleep(1000)' < /dev/null &"
                        + " echo $! > /run/busy.pid; while [ ! -e /run/busy ]; do sleep 0.1; done",
                "kill $(cat /run/busy.pid); rm /run/busy*",
                "Error: Installing tree on lb failed\n  at environments/default.groovy:8:1, in onprem_package.it\n",
                "Unable to acquire the dpkg frontend lock (/var/lib/dpkg/lock-frontend)",
                "Another program installs packages on the host");

        final String definition;
        final String breaking;
        final String repair;
        final String where;
        final String reason;
        final String wayOut;

        Trouble(String definition, String breaking, String repair, String where, String reason, String wayOut) {
            this.definition = definition;
            this.breaking = breaking;
            this.repair = repair;
            this.where = where;
            this.reason = reason;
            this.wayOut = wayOut;
        }
    }

    @TempDir
    Path folder;

    private final TestHost host;

    HostTroubleTest(TestHosts hosts) {
        this.host = hosts.host("lb");
    }

    @ParameterizedTest
    @EnumSource
    void theMessageNamesHostResourceAndWayOutAndTheNextRunConverges(Trouble trouble) {
        host.run("mkdir -p /srv/trouble");
        Project project = Project.of(folder, HostDefinition.provider(host) + trouble.definition);
        host.run(trouble.breaking);
        CommandRun failed;
        try {
            failed = project.run("apply", "--auto-approve");
        } finally {
            host.run(trouble.repair);
        }
        assertThat(failed.exitCode()).as(failed.out() + failed.err()).isEqualTo(1);
        assertThat(failed.err()).contains(trouble.where, trouble.reason, trouble.wayOut);

        project.succeed("apply", "--auto-approve");
        CommandRun plan = project.run("plan", "--detailed-exitcode");
        assertThat(plan.exitCode()).as(plan.out() + plan.err()).isZero();
        project.succeed("destroy", "--auto-approve");
    }
}
