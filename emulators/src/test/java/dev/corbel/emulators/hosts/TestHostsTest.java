package dev.corbel.emulators.hosts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.corbel.emulators.BuildFolder;
import dev.corbel.emulators.ProgramRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestHostsExtension.class)
@HostSet({"web", "app"})
class TestHostsTest {
    /** Prints all that a set with a number has on this machine: links, cgroups, processes, its folder, mounts. */
    private static final String TRACES = """
        ip -o link | grep -o 'cb%1$s-[0-9]*'
        find /sys/fs/cgroup -name 'cb%1$s-*' 2>/dev/null
        pgrep -a -f 'machine=[c]b%1$s-'
        ls -d /var/tmp/corbel-test-hosts/%1$s 2>/dev/null
        grep corbel-test-hosts/%1$s/ /proc/mounts
        """;

    @Test
    void areHostsOfTheirOwn(TestHosts hosts) {
        TestHost web = hosts.host("web");
        TestHost app = hosts.host("app");

        assertThat(web.run("hostname").strip()).isEqualTo("web");
        assertThat(web.run("cat /etc/machine-id")).hasSize(33).isNotEqualTo(app.run("cat /etc/machine-id"));
        assertThat(web.run("cat /etc/ssh/ssh_host_ed25519_key.pub"))
                .startsWith(web.hostKey())
                .doesNotContain(app.hostKey());
        assertThat(web.run("systemctl is-system-running --wait").strip()).isEqualTo("running");
        assertThat(web.run("ping -c 1 -W 2 " + app.address())).contains("1 received");
        assertThat(web.run("sudo -u admin sudo -n id -u").strip()).isEqualTo("0");
        assertThat(web.run("java -version 2>&1")).contains("openjdk version");
        assertThatIllegalStateException()
                .isThrownBy(() -> web.run("echo no such thing >&2; exit 3"))
                .withMessageContaining("on web ended with 3:\nno such thing");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> hosts.host("db1"))
                .withMessage("there is no host db1 among [app, web]");
    }

    @Test
    void areCutOffAndHealed(TestHosts hosts) {
        TestHost app = hosts.host("app");

        app.cut();
        assertThat(app.attempt("true").exitCode()).isEqualTo(255);
        assertThat(app.console("hostname").strip()).isEqualTo("app");

        app.heal();
        assertThat(app.run("hostname").strip()).isEqualTo("app");
    }

    @Test
    void installPackagesWithoutANetworkAndKeepThemUntilTheirDiskIsNew(TestHosts hosts) {
        TestHost web = hosts.host("web");
        String machine = web.run("cat /etc/machine-id /proc/sys/kernel/random/boot_id");

        web.run("apt-get -q -y install tree");
        web.reboot();
        assertThat(web.run("tree --version")).contains("tree v");
        assertThat(web.run("cat /etc/machine-id")).isEqualTo(machine.substring(0, 33));

        web.reset();
        assertThat(web.attempt("tree --version").exitCode()).isEqualTo(127);
        assertThat(web.run("cat /etc/machine-id")).isEqualTo(machine.substring(0, 33));
    }

    @Test
    void leaveNothingBehindAlsoWhereTheirOwnerIsKilled(TestHosts hosts) throws Exception {
        Process owner = new ProcessBuilder("sleep", "1000").start();
        String printed = HostScripts.output("up", List.of("--owner", Long.toString(owner.pid()), "orphan"));
        String number = printed.replaceAll("(?s).*test-hosts/(\\d+)\".*", "$1");
        assertThat(traces(number)).hasSizeGreaterThan(3);

        owner.destroyForcibly().waitFor();
        try (TestHosts next = TestHosts.start(List.of("next"), true)) {
            assertThat(traces(number)).isEmpty();
            assertThat(next.host("next").run("haproxy -v")).contains("HAProxy version");
        }
        assertThat(hosts.host("web").run("hostname").strip()).isEqualTo("web");
    }

    @Test
    void haveNetworksThatThisMachineDoesNotReach() {
        try (TestHosts zones = TestHosts.start(List.of("lb:outer,inner", "db1:inner"), false)) {
            TestHost db = zones.host("db1");

            assertThat(zones.host("lb").run("ping -c 1 -W 2 " + db.address())).contains("1 received");
            assertThat(db.attempt("true").err()).contains("No route to host");
            assertThat(db.console("hostname").strip()).isEqualTo("db1");
        }
    }

    private static List<String> traces(String number) {
        return ProgramRun.of(List.of("sh", "-c", TRACES.formatted(number)))
                .out()
                .lines()
                .toList();
    }

    @Test
    void keepTheirPromises() {
        ProgramRun check = HostScripts.run("self-check", List.of());

        assertThat(check.out().lines()).hasSize(6).allMatch(line -> line.startsWith("ok "));
        assertThat(check.exitCode()).isZero();
    }

    @Test
    void needRoot() throws Exception {
        Path folder = Files.createTempDirectory("test-hosts-");
        try {
            Path scripts = BuildFolder.file("providers/onprem/test-hosts");
            ProgramRun run = ProgramRun.of(
                    folder,
                    List.of(
                            "sh",
                            "-c",
                            "cp \"$0\"/* . && chmod 755 . && setpriv --reuid=65534 ./up web",
                            scripts.toString()));

            assertThat(run.err())
                    .isEqualTo("test-hosts/up: test hosts need root, since systemd-nspawn and bridges do\n");
            assertThat(run.exitCode()).isEqualTo(69);
        } finally {
            ProgramRun.of(List.of("rm", "-r", folder.toString()));
        }
    }

    @Test
    void refuseWhatTheyDoNotKnow(TestHosts hosts) {
        assertThatIllegalStateException()
                .isThrownBy(() -> TestHosts.start(List.of("Web"), false))
                .withMessageContaining("ended with 64:\nusage: test-hosts/up [--owner PID] [--with-packages] NAME");
        assertThat(HostScripts.run("host", List.of("reboot", "/etc", "web")).err())
                .isEqualTo("test-hosts/host: /etc is no set of hosts\n");
        String set = hosts.identityFile().toString().replace("/identity", "");
        assertThat(HostScripts.run("host", List.of("reboot", set, "db1")).err())
                .isEqualTo("test-hosts/host: " + set + " has no host db1\n");
        assertThat(HostScripts.run("host", List.of("burn", set, "web")).err())
                .isEqualTo("usage: test-hosts/host cut|heal|stop|start|reboot|reset|kill SET NAME... | run SET NAME"
                        + " COMMAND...\n");
    }
}
