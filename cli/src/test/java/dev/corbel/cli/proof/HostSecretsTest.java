package dev.corbel.cli.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.cli.testing.CommandRun;
import dev.corbel.cli.testing.CorbelProcess;
import dev.corbel.cli.testing.HostDefinition;
import dev.corbel.cli.testing.Project;
import dev.corbel.emulators.ProgramRun;
import dev.corbel.emulators.hosts.HostSet;
import dev.corbel.emulators.hosts.TestHost;
import dev.corbel.emulators.hosts.TestHosts;
import dev.corbel.emulators.hosts.TestHostsExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Secrets of hosts are where they belong, and nowhere else on them. */
@ExtendWith(TestHostsExtension.class)
@HostSet(
        value = {"lb", "app1", "app2"},
        withPackages = true)
class HostSecretsTest {
    private static final String DEFINITION = """
            state('local') { encryption { passphrase { } } }
            variable('file') { type = 'string'; sensitive = true }
            variable('service') { type = 'string'; sensitive = true }
            variable('command') { type = 'string'; sensitive = true }
            variable('hash') { type = 'string'; sensitive = true }
            resource('onprem_file', 'secret') {
                provider         = 'onprem.app2'
                path             = '/etc/secret.conf'
                mode             = '0600'
                contentWriteOnly = variable.file
                contentVersion   = %1$s
            }
            resource('onprem_service', 'secret') {
                provider          = 'onprem.app2'
                name              = 'secret'
                command           = ['/bin/sleep', 'infinity']
                secretEnvironment = [TOKEN: variable.service]
                secretVersion     = %1$s
                restartOn         = [onprem_file.secret.revision]
            }
            resource('onprem_command', 'secret') {
                provider    = 'onprem.app2'
                name        = 'secret'
                apply       = 'printf "%%s" "$TOKEN" | sha256sum > /etc/secret.sum'
                check       = 'cat /etc/secret.sum'
                undo        = 'rm /etc/secret.sum'
                environment = [TOKEN: variable.command]
                triggers    = [version: '%1$s']
            }
            resource('onprem_user', 'secret') {
                provider        = 'onprem.app2'
                name            = 'keeper'
                passwordHash    = variable.hash
                passwordVersion = %1$s
            }
            """;

    /** Where the host keeps files, without what the kernel and the disk's layers show. */
    private static final String FOLDERS = "/etc /home /opt /root /run /srv /tmp /usr/local /var /dev/shm";

    @TempDir
    Path folder;

    private final long seed = Long.getLong("corbel.seed", System.nanoTime());
    private final Secrets secrets = new Secrets(seed);
    private final SecretSearch search = new SecretSearch(secrets);
    private final TestHosts hosts;
    private final TestHost host;

    HostSecretsTest(TestHosts hosts) {
        this.hosts = hosts;
        this.host = hosts.host("app2");
    }

    private Project define(int version) {
        return Project.of(folder, HostDefinition.providers(hosts) + DEFINITION.formatted(version));
    }

    private void run(Map<String, String> variables, String... arguments) {
        check(CommandRun.in(folder, variables, "", arguments), arguments);
    }

    private void runAsProcess(Map<String, String> variables, String... arguments) {
        try (CorbelProcess process = CorbelProcess.start(folder, variables, List.of(), arguments)) {
            check(process.end(), arguments);
        }
    }

    private void check(CommandRun run, String... arguments) {
        assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
        search.look("output of " + String.join(" ", arguments), run.out() + run.err());
    }

    /** The files of the host that have a secret, with mode and owner. */
    private Map<String, String> filesWith(String secret) throws IOException {
        Path pattern = Files.writeString(folder.resolveSibling("pattern"), secret);
        Map<String, String> found = new TreeMap<>();
        ProgramRun run = ProgramRun.of(List.of(
                "sh",
                "-c",
                "ssh -F none -o BatchMode=yes -o UserKnownHostsFile=%s -i %s root@%s 'grep -rlaF -f - %s 2> /dev/null |"
                                .formatted(hosts.knownHosts(), hosts.identityFile(), host.address(), FOLDERS)
                        + " while read -r file; do stat -c \"%n %U %a\" -- \"$file\"; done' < " + pattern));
        for (String line : run.out().lines().toList()) {
            found.put(line.substring(0, line.indexOf(' ')), line.substring(line.indexOf(' ') + 1));
        }
        Files.delete(pattern);
        return found;
    }

    @Test
    void nobodyElseSeesThem() throws IOException {
        Map<String, String> variables =
                new TreeMap<>(Map.of("CORBEL_LOG", "trace", "CORBEL_STATE_PASSPHRASE", secrets.add("passphrase")));
        for (String name : List.of("file", "service", "command", "hash")) {
            variables.put("CORBEL_VAR_" + name, secrets.add(name));
        }
        try (ProcessWatch watch = new ProcessWatch(HostSecretsTest::mayKnow)) {
            define(1);
            run(variables, "plan", "--json");
            run(variables, "plan", "--out", "saved.plan");
            runAsProcess(variables, "apply", "--auto-approve");
            define(2);
            run(variables, "apply", "--auto-approve", "--json");
            run(variables, "show", "--json");
            search.look("processes", watch.seen());
        }
        search.lookIntoFiles(folder, file -> false);
        search.look("journal", host.run("journalctl --no-pager -a -o export"));
        search.look("units", host.run("systemctl show --no-pager '*'"));
        assertThat(search.leaks()).as("seed %s", seed).isEmpty();

        assertThat(filesWith(secrets.get("file")))
                .containsOnly(
                        Map.entry("/etc/secret.conf", "root 600"),
                        Map.entry("/var/lib/corbel/previous/%2fetc%2fsecret.conf", "root 600"));
        assertThat(filesWith(secrets.get("service"))).hasSize(3).allSatisfy((file, mode) -> assertThat(mode)
                .isEqualTo("root 600"));
        // The tools of the distribution keep the accounts before the last change.
        assertThat(filesWith(secrets.get("hash")))
                .containsOnly(Map.entry("/etc/shadow", "root 640"), Map.entry("/etc/shadow-", "root 640"));
        assertThat(filesWith(secrets.get("command"))).isEmpty();
        run(variables, "destroy", "--auto-approve");
        for (String name : List.of("file", "service", "command")) {
            assertThat(filesWith(secrets.get(name)).keySet())
                    .as("left of " + name)
                    .isEmpty();
        }
    }

    /** Corbel gets them as variables here, and the service is who they are for. */
    private static boolean mayKnow(String commandLine) {
        return commandLine.contains("dev.corbel.cli.Main") || commandLine.startsWith("/bin/sleep infinity");
    }
}
