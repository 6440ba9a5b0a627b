package dev.corbel.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.cli.testing.CommandRun;
import dev.corbel.cli.testing.Project;
import dev.corbel.emulators.hosts.HostSet;
import dev.corbel.emulators.hosts.TestHost;
import dev.corbel.emulators.hosts.TestHosts;
import dev.corbel.emulators.hosts.TestHostsExtension;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What types of hosts do beyond being made, changed and removed. */
@ExtendWith(TestHostsExtension.class)
@HostSet(
        value = {"types1"},
        withPackages = true,
        fresh = true)
class OnpremTypesTest {
    /** Copies of the repository in /srv/debs, each signed by a key of its own. */
    private static final String SIGN = """
            set -e
            export GNUPGHOME=/root/.signing
            mkdir -m 0700 $GNUPGHOME
            for name in one other; do
                mkdir -p /srv/$name && cp -r /srv/debs/dists /srv/$name/
                gpg --batch --quiet --passphrase '' --quick-generate-key $name ed25519 sign never
                gpg --batch --quiet --local-user $name --clearsign -o /srv/$name/dists/bookworm/InRelease \\
                    /srv/debs/dists/bookworm/Release
                gpg --batch --armor --export $name > /srv/$name.asc
            done
            """;

    @TempDir
    Path folder;

    private final TestHosts hosts;

    OnpremTypesTest(TestHosts hosts) {
        this.hosts = hosts;
    }

    private TestHost host() {
        return hosts.host("types1");
    }

    private CommandRun run(String definition, String... arguments) {
        List<String> line = new ArrayList<>(List.of(arguments));
        if (!arguments[0].equals("plan")) {
            line.add("--auto-approve");
        }
        return Project.of(
                        folder,
                        """
                        provider('onprem') {
                            name = 'types1'; address = '%s'; user = '%s'
                            hostKey = '%s'
                            identityFile = '%s'
                        }
                        """.formatted(host().address(), host().user(), host().hostKey(), hosts.identityFile())
                                + definition)
                .run(line.toArray(String[]::new));
    }

    private void apply(String definition) {
        CommandRun applied = run(definition, "apply");
        assertThat(applied.exitCode()).as(applied.out() + applied.err()).isZero();
        CommandRun planned = run(definition, "plan", "--detailed-exitcode");
        assertThat(planned.exitCode()).as(planned.out() + planned.err()).isZero();
    }

    private void assertRefused(String definition, String... problems) {
        CommandRun applied = run(definition, "apply");
        assertThat(applied.exitCode()).as(applied.out()).isEqualTo(1);
        assertThat(applied.err()).contains(problems);
    }

    private static String repository(String key) {
        return """
                resource('onprem_repository', 'extra') {
                    name = 'extra'; uris = ['file:/srv/one']; suites = ['bookworm']; components = ['main']
                    key = '''%s'''
                }
                """.formatted(key);
    }

    @Test
    void aRepositoryIsTakenWithTheKeyThatSignsIt() {
        host().run(SIGN);
        String right = repository(host().run("cat /srv/one.asc"));
        String wrong = repository(host().run("cat /srv/other.asc"));

        assertRefused(wrong, "Fetching the lists of extra on types1 failed", "NO_PUBKEY");
        assertThat(host().run("ls /etc/apt/sources.list.d")).isEmpty();
        apply(right);
        assertThat(host().run("apt-cache policy acl")).contains("file:/srv/one bookworm/main");
        assertRefused(wrong, "Fetching the lists of extra on types1 failed");
        apply(right);

        host().run("echo 'Enabled: no' >> /etc/apt/sources.list.d/extra.sources");
        CommandRun found = run(right, "plan", "--detailed-exitcode");
        assertThat(found.exitCode()).isEqualTo(2);
        assertThat(found.out()).contains("~ revision").doesNotContain("~ uris", "~ key");
        apply(right);

        apply("");
        assertThat(host().run("ls /etc/apt/sources.list.d /etc/apt/keyrings")).doesNotContain("extra");
    }

    private static String timer(String name, String schedule) {
        return """
                resource('onprem_cron_timer', 'job') {
                    name = '%s'; schedule = '%s'
                    command = ['/bin/sh', '-c', 'echo "$GREETING" > greeting']
                    environment = [GREETING: 'hello "you" $HOME']
                }
                output('last') { value = onprem_cron_timer.job.last_run }
                """.formatted(name, schedule);
    }

    @Test
    void aTimerRunsItsCommand() {
        assertRefused(
                timer("job", "Monday at noon"),
                "types1 does not know the schedule \"Monday at noon\"",
                "systemd.time(7)");
        assertRefused(timer("apt-daily", "daily"), "/lib/systemd/system/apt-daily.timer already");

        CommandRun often = run(timer("job", "*-*-* *:*:*"), "apply");
        assertThat(often.exitCode()).as(often.err()).isZero();
        host().run("for i in $(seq 100); do [ -e /var/lib/job/greeting ] && break; sleep 0.1; done");
        assertThat(host().run("cat /var/lib/job/greeting")).isEqualTo("hello \"you\" $HOME\n");
        apply(timer("job", "Mon 03:00"));
        assertThat(Project.of(folder, timer("job", "Mon 03:00"))
                        .run("output", "last")
                        .out())
                .matches("(?s).*20\\d\\d-.*T.*Z.*");

        host().run("systemctl disable --now job.timer");
        CommandRun found = run(timer("job", "Mon 03:00"), "plan", "--detailed-exitcode");
        assertThat(found.exitCode()).isEqualTo(2);
        assertThat(found.out()).contains("~ configuration").doesNotContain("~ schedule");
        host().run("sed -i 's/Mon 03:00/Tue 03:00/' /etc/systemd/system/job.timer");
        assertThat(run(timer("job", "Mon 03:00"), "plan").out()).contains("Tue 03:00", "Mon 03:00");
        apply(timer("job", "Mon 03:00"));

        apply("");
        assertThat(host().attempt("ls /etc/systemd/system /etc/corbel/services").out())
                .doesNotContain("job");
    }

    private static String container(String image, String more) {
        return """
                resource('onprem_container', 'box') {
                    name = 'box'; image = '%s'; stopSeconds = 1; memory = 67108864; volumes = ['/srv/data:/data']
                    environment = [GREETING: 'hello "you" $HOME']
                    secretEnvironment = [PHRASE: 'sesame "2" $x']; secretVersion = 1
                    %s
                }
                """.formatted(image, more);
    }

    private static String command(String text) {
        return "command = ['/bin/sh', '-c', '" + text + "']";
    }

    @Test
    void aContainerGetsWhatItIsGiven() {
        host().run("mkdir /srv/data");
        for (String tag : List.of("box:1", "box:2")) {
            host().run(
                            "tar --dereference -c /bin/sh /bin/sleep $(ldd /bin/sh /bin/sleep | grep -o '/lib[^ ]*' | sort -u)"
                                    + " 2> /dev/null | podman import --quiet - " + tag);
        }
        String first = container("box:1", command("echo \"$PHRASE $GREETING\" > /data/got; exec sleep 1000"));
        host().run("mv /usr/bin/podman /usr/bin/podman.away");
        assertRefused(first, "Fetching the image box:1 on types1 failed", "there is no podman on this host");
        host().run("mv /usr/bin/podman.away /usr/bin/podman");
        apply(first);
        assertThat(host().run("cat /srv/data/got")).isEqualTo("sesame \"2\" $x hello \"you\" $HOME\n");
        assertThat(host().run("podman inspect --format '{{.HostConfig.Memory}}' corbel-box"))
                .isEqualTo("67108864\n");
        assertThat(host().run("systemctl cat box; ps -eo args; cat /proc/$(pgrep -x conmon)/cmdline; journalctl -b"))
                .doesNotContain("sesame", "hello");
        assertThat(host().run("stat -c %a /etc/corbel/services/box.secret.env")).isEqualTo("600\n");

        assertRefused(
                container("nowhere.invalid/box:3", ""), "Fetching the image nowhere.invalid/box:3 on types1 failed");
        assertThat(host().run("podman inspect --format '{{.ImageName}}' corbel-box"))
                .isEqualTo("localhost/box:1\n");
        assertRefused(
                container("box:2", command("exit 3") + "; startSeconds = 3"),
                "box.service does not come up on types1",
                "It runs as it did before.");
        apply(first);

        host().run("podman kill corbel-box");
        host().run("for i in $(seq 100); do podman inspect corbel-box > /dev/null 2>&1 && break; sleep 0.1; done");
        host().kill();
        host().start();
        apply(first);
        apply("");
        assertThat(host().run("ls /etc/systemd/system /etc/corbel/services; podman ps -a"))
                .doesNotContain("box");
        assertThat(host().run("podman images")).contains("localhost/box");
    }

    @Test
    void whatPodmanWouldTakeForItselfIsRefused() {
        assertRefused(
                """
                resource('onprem_container', 'box') {
                    name = 'box'; image = 'box:1'
                    environment = [LD_PRELOAD: '/lib/own.so']
                    publish = ['8080']; volumes = ['data:/data']; network = 'host'
                }
                """,
                "A container cannot be given the variable LD_PRELOAD",
                "\"8080\" are no ports of a host and a container",
                "\"data:/data\" are no folders of a host and a container",
                "A container in the host's network publishes no ports");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "suites = ['a b'] | A part of the repository has a space in it",
                "suites = ['a']; trusted = true | A repository with a key needs no trust"
            })
    void aRepositoryThatCannotBeIsRefused(String more, String problem) {
        assertRefused("""
                resource('onprem_repository', 'extra') {
                    name = 'extra'; uris = ['file:/srv/one']; %s
                    key = '''-----BEGIN PGP PUBLIC KEY BLOCK-----
                    '''
                }
                """.formatted(more), problem);
    }

    private static String balancer(String more) {
        return "resource('onprem_package', 'haproxy') { name = 'haproxy'; purge = true; " + more + " }\n";
    }

    @Test
    void aServiceOfAPackageDoesNotStartBeforeItIsTold() {
        host().run("apt-get -q -y purge haproxy");
        host().run(
                        "printf '#!/bin/sh\necho \"$@\" >> /root/asked\n' > /usr/sbin/policy-rc.d; chmod 755 /usr/sbin/policy-rc.d");
        apply(balancer(""));
        assertThat(host().attempt("systemctl is-active --quiet haproxy").exitCode())
                .isNotZero();
        assertThat(host().run("systemctl is-enabled haproxy")).isEqualTo("enabled\n");
        assertThat(host().run("cat /usr/sbin/policy-rc.d /root/asked"))
                .contains("/root/asked", "haproxy.service start")
                .doesNotContain("Corbel");

        apply(balancer("") + """
                resource('onprem_systemd_unit', 'haproxy') {
                    name = 'haproxy.service'
                    dependsOn = [onprem_package.haproxy]
                }
                """);
        assertThat(host().run("systemctl is-active haproxy")).isEqualTo("active\n");

        apply("");
        apply(balancer("startServices = true"));
        assertThat(host().run("systemctl is-active haproxy")).isEqualTo("active\n");
    }
}
