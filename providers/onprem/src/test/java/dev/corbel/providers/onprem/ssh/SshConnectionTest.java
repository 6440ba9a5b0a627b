package dev.corbel.providers.onprem.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.emulators.SshServer;
import dev.corbel.emulators.SshServerExtension;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.onprem.host.ConnectionException;
import dev.corbel.providers.onprem.host.HostFixture;
import dev.corbel.providers.onprem.host.HostSettings;
import dev.corbel.providers.onprem.host.Output;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SshServerExtension.class)
class SshConnectionTest {
    @TempDir
    private Path home;

    private SshServer server;

    @BeforeEach
    void prepare(SshServer shared) throws Exception {
        server = shared;
        Files.createDirectory(home.resolve(".ssh"));
    }

    @Test
    void manyCommandsRunAtOnceOnOneConnection() throws Exception {
        try (SshConnection connection = new SshConnection(HostFixture.settings(server), home)) {
            List<CompletableFuture<String>> calls = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                int number = i;
                calls.add(CompletableFuture.supplyAsync(() -> out(connection, "echo " + number)));
            }
            for (int i = 0; i < calls.size(); i++) {
                assertThat(calls.get(i).get()).isEqualToIgnoringNewLines(Integer.toString(i));
            }
        }
    }

    @Test
    void exitCodeAndBothStreamsComeApart() throws Exception {
        try (SshConnection connection = new SshConnection(HostFixture.settings(server), home)) {
            assertThat(execute(connection, "cat; echo err >&2; exit 3", "in")).isEqualTo(new Output(3, "in", "err\n"));
        }
    }

    @Test
    void anUnknownHostKeyIsRefusedBeforeAnythingIsSent() throws Exception {
        Path known = Files.createFile(home.resolve(".ssh/known_hosts"));
        try (SshServer own = SshServer.start()) {
            HostSettings settings = with(own, Optional.empty(), Optional.empty());
            ConnectionException refused = refusal(settings);
            assertThat(refused.diagnostic().summary())
                    .isEqualTo("The host key of %s@127.0.0.1:%d is not known".formatted(own.user(), own.port()));
            assertThat(refused.diagnostic().detail()).contains("ssh-ed25519 key " + fingerprint(own));
            assertThat(refused.diagnostic().hint().orElseThrow()).contains("hostKey = '" + keyOf(own) + "'");
            assertThat(refused.diagnostic().isOfSession()).isTrue();
            assertThat(refused.kind()).isEqualTo(ReadResult.Cause.PERMISSION);
            assertThat(known).isEmptyFile();
            assertThat(own.log()).doesNotContain("Accepted", "Failed", "user");
        }
    }

    @Test
    void aChangedHostKeyIsRefusedAndBothAreNamed() throws Exception {
        try (SshServer own = SshServer.start()) {
            HostSettings settings = with(own, Optional.of(server.hostKey()), Optional.empty());
            ConnectionException refused = refusal(settings);
            assertThat(refused.diagnostic().summary()).endsWith("is another one than the known one");
            assertThat(refused.diagnostic().detail()).contains(fingerprint(own), fingerprint(server));
            assertThat(own.log()).doesNotContain("Accepted", "Failed");
        }
    }

    @Test
    void knownHostsCountPlainHashedAndRevoked() throws Exception {
        HostSettings settings = with(server, Optional.empty(), Optional.empty());
        Path known = home.resolve(".ssh/known_hosts");
        String line = "[127.0.0.1]:%d %s%n".formatted(server.port(), keyOf(server));
        Files.writeString(known, line);
        assertThat(whoami(settings)).isEqualTo(server.user());

        Files.writeString(known, line);
        run("ssh-keygen", "-q", "-H", "-f", known.toString());
        assertThat(Files.readString(known)).startsWith("|1|");
        assertThat(whoami(settings)).isEqualTo(server.user());

        Files.writeString(known, "@revoked " + line, StandardOpenOption.APPEND);
        assertThat(refusal(settings).diagnostic().summary()).endsWith("is revoked");
    }

    @Test
    void aServerThatKnowsNoneOfTheKeysIsNamed() throws Exception {
        Path other = home.resolve("other");
        SshServer.makeKey(other, "");
        ConnectionException refused =
                refusal(with(server, Optional.of(server.hostKey()), Optional.of(other), Optional.empty()));
        assertThat(refused.diagnostic().summary()).endsWith(" accepts none of the keys");
        assertThat(refused.diagnostic().detail()).isEqualTo("1 keys of files were offered.");
    }

    @Test
    void aKeyWithAPassphraseNeedsTheRightOne() throws Exception {
        Path locked = home.resolve("locked");
        SshServer.makeKey(locked, "open sesame");
        Files.writeString(
                server.folder().resolve("authorized_keys"),
                Files.readString(home.resolve("locked.pub")),
                StandardOpenOption.APPEND);
        Optional<String> key = Optional.of(server.hostKey());
        assertThat(whoami(with(server, key, Optional.of(locked), Optional.of("open sesame"))))
                .isEqualTo(server.user());
        assertThat(refusal(with(server, key, Optional.of(locked), Optional.of("wrong")))
                        .diagnostic()
                        .detail())
                .contains(locked + " does not open with the passphrase")
                .doesNotContain("wrong");
        assertThat(refusal(with(server, key, Optional.of(locked), Optional.empty()))
                        .diagnostic()
                        .detail())
                .contains(locked + " needs a passphrase");
    }

    @Test
    void theUsersConfigurationNamesHostPortUserKeyAndBastion() throws Exception {
        try (SshServer bastion = SshServer.start()) {
            Files.writeString(home.resolve(".ssh/known_hosts"), """
                    [127.0.0.1]:%d %s
                    [127.0.0.1]:%d %s
                    """.formatted(
                            server.port(), keyOf(server), bastion.port(), keyOf(bastion)));
            Files.writeString(home.resolve(".ssh/more"), "Host web\n    HostName 127.0.0.1\n");
            Files.writeString(home.resolve(".ssh/config"), """
                    Include more
                    Host web !webx
                        Port %d
                        IdentityFile "%s"
                        ProxyJump gate
                    Host gate
                        HostName=127.0.0.1
                        Port %d
                        IdentityFile %s
                    Match all
                        User %s
                    """.formatted(
                            server.port(), server.identity(), bastion.port(), bastion.identity(), server.user()));
            HostSettings settings = new HostSettings(
                    "web",
                    "web",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    false,
                    Optional.empty(),
                    Duration.ofSeconds(10));
            assertThat(whoami(settings)).isEqualTo(server.user());
            assertThat(bastion.log()).contains("Accepted publickey").doesNotContain("Starting session");
        }
    }

    @Test
    void theAgentSigns() throws Exception {
        Path key = home.resolve("of_agent");
        SshServer.makeKey(key, "");
        Files.writeString(
                server.folder().resolve("authorized_keys"),
                Files.readString(home.resolve("of_agent.pub")),
                StandardOpenOption.APPEND);
        Path socket = home.resolve("agent");
        Process agent = new ProcessBuilder("ssh-agent", "-D", "-a", socket.toString())
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("agent.log").toFile())
                .start();
        try {
            for (int i = 0; i < 500 && Files.notExists(socket); i++) {
                Thread.sleep(20);
            }
            run("env", "SSH_AUTH_SOCK=" + socket, "ssh-add", "-q", key.toString());
            Files.delete(key);
            Files.writeString(home.resolve(".ssh/config"), "IdentityAgent " + socket + "\n");
            HostSettings settings =
                    with(server, Optional.of(server.hostKey()), Optional.<Path>empty(), Optional.empty());
            assertThat(whoami(settings)).isEqualTo(server.user());
            agent.destroy();
            agent.waitFor();
            assertThat(refusal(settings).diagnostic().detail())
                    .isEqualTo("0 keys of files and those of the agent were offered.");
        } finally {
            agent.destroyForcibly();
        }
    }

    @Test
    void whatOnlySshItselfCanDecideIsRefused() throws Exception {
        Path config = home.resolve(".ssh/config");
        HostSettings settings = with(server, Optional.of(server.hostKey()), Optional.empty());
        Files.writeString(config, "Match exec \"true\"\n    User nobody\n");
        assertThat(refusal(settings).diagnostic().detail()).contains("config:1 has \"Match exec true\"");
        Files.writeString(config, "Host 127.*\n    ProxyCommand nc %h %p\n");
        assertThat(refusal(settings).diagnostic().detail()).contains("has a ProxyCommand for 127.0.0.1");
        assertThat(refusal(settings).diagnostic().hint().orElseThrow()).contains("bastion");
    }

    @Test
    void aBastionThatIsDownIsNamed() throws Exception {
        HostSettings live = HostFixture.settings(server);
        int nobody = SshServer.freePort();
        HostSettings settings = new HostSettings(
                live.name(),
                live.address(),
                live.port(),
                live.user(),
                Optional.of("localhost:" + nobody),
                live.hostKey(),
                live.identityFile(),
                Optional.empty(),
                false,
                Optional.empty(),
                Duration.ofSeconds(5));
        ConnectionException refused = refusal(settings);
        assertThat(refused.diagnostic().summary()).contains("localhost:" + nobody);
        assertThat(refused.diagnostic().detail()).contains("which is on the way to web-1");
        assertThat(refused.kind()).isEqualTo(ReadResult.Cause.UNREACHABLE);
    }

    @Test
    void aConnectionThatBrokeBetweenTwoCommandsIsMadeAnew() throws Exception {
        int port = SshServer.freePort();
        SshServer first = SshServer.start(port);
        try (SshConnection connection = new SshConnection(HostFixture.settings(first), home)) {
            assertThat(out(connection, "echo one")).isEqualTo("one\n");
            first.disconnectAll();
            long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
            while (true) {
                try {
                    assertThat(out(connection, "echo two")).isEqualTo("two\n");
                    break;
                } catch (IllegalStateException stillBreaking) {
                    assertThat(System.nanoTime()).isLessThan(end);
                }
            }
        } finally {
            first.close();
        }
    }

    private String whoami(HostSettings settings) throws ConnectionException {
        try (SshConnection connection = new SshConnection(settings, home)) {
            return execute(connection, "id -un", "").out().strip();
        }
    }

    private ConnectionException refusal(HostSettings settings) {
        try (SshConnection connection = new SshConnection(settings, home)) {
            execute(connection, "id -un", "");
            throw new AssertionError("it was let in");
        } catch (ConnectionException refused) {
            return refused;
        }
    }

    private static HostSettings with(SshServer peer, Optional<String> hostKey, Optional<String> passphrase) {
        return with(peer, hostKey, Optional.of(peer.identity()), passphrase);
    }

    private static HostSettings with(
            SshServer peer, Optional<String> hostKey, Optional<Path> identity, Optional<String> passphrase) {
        HostSettings live = HostFixture.settings(peer);
        return new HostSettings(
                live.name(),
                live.address(),
                live.port(),
                live.user(),
                Optional.empty(),
                hostKey,
                identity,
                passphrase,
                false,
                Optional.empty(),
                Duration.ofSeconds(10));
    }

    private static String out(SshConnection connection, String command) {
        try {
            return execute(connection, command, "").out();
        } catch (ConnectionException failure) {
            throw new IllegalStateException(failure.diagnostic().toString(), failure);
        }
    }

    private static Output execute(SshConnection connection, String command, String input) throws ConnectionException {
        InputStream in = new java.io.ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
        return connection.execute(command, in, Duration.ofSeconds(20));
    }

    private static String keyOf(SshServer peer) {
        String[] parts = peer.hostKey().split(" ", 3);
        return parts[0] + " " + parts[1];
    }

    private static String fingerprint(SshServer peer) throws Exception {
        return run("ssh-keygen", "-lf", peer.folder().resolve("host_key.pub").toString())
                .split(" ", 3)[1];
    }

    private static String run(String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return out;
    }
}
