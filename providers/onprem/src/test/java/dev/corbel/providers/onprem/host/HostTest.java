package dev.corbel.providers.onprem.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.corbel.emulators.SshServer;
import dev.corbel.emulators.SshServerExtension;
import dev.corbel.providers.api.CallCounter;
import dev.corbel.providers.api.ProviderException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SshServerExtension.class)
class HostTest {
    private OnpremSession session;
    private Host host;

    @BeforeEach
    void open(SshServer server) {
        session = HostFixture.session(server);
        host = session.host();
    }

    @AfterEach
    void close() {
        session.close();
    }

    @Test
    void valuesComeAsTheyAre() throws ProviderException {
        String hard = "it's \"$HOME\" `id` \\ $(id) ; # \n and *\t\u00fc!";
        Output output = host.run(Script.of("Echoing", "printf '%s' \"$value\"").with("value", hard));
        assertThat(output.out()).isEqualTo(hard);
    }

    @Test
    void bodiesComeAsTheyAreAndInOrder() throws ProviderException {
        byte[] bytes = new byte[100_000];
        new java.util.Random(1).nextBytes(bytes);
        Output output = host.run(
                Script.of("Receiving", """
                folder=$(mktemp -d)
                corbel_receive first "$folder/1"
                corbel_receive second "$folder/2"
                sha256sum < "$folder/1"
                cat "$folder/2"
                rm -r "$folder"
                """).body("first", Body.of(bytes)).body("second", Body.of("two")));
        assertThat(output.out()).isEqualTo(Body.of(bytes).sha256() + "  -\ntwo");
    }

    @Test
    void aScriptHasTheSurroundingsThatItIsPromised() throws ProviderException {
        assertThat(host.run(Script.of("Looking", "umask; echo \"$LC_ALL\"; cat; echo end"))
                        .lines())
                .containsExactly("0077", "C", "end");
        assertThatThrownBy(() -> host.run(Script.of("Using a variable", "echo \"$nosuch\"")))
                .isInstanceOfSatisfying(ProviderException.class, failure -> {
                    assertThat(failure.diagnostic().summary()).isEqualTo("Using a variable on web-1 failed");
                    assertThat(failure.diagnostic().detail()).contains("nosuch");
                });
    }

    @Test
    void aFailureTellsTheLastLinesOfStandardError() {
        assertThatThrownBy(() -> host.run(Script.of("Installing nginx", "echo one >&2; echo two >&2; exit 7")))
                .isInstanceOfSatisfying(ProviderException.class, failure -> {
                    assertThat(failure.diagnostic().summary()).isEqualTo("Installing nginx on web-1 failed");
                    assertThat(failure.diagnostic().detail()).isEqualTo("one\ntwo");
                    assertThat(failure.isUncertain()).isFalse();
                });
    }

    @Test
    void aReadingSessionChangesNothing(SshServer server) {
        try (OnpremSession reading =
                HostFixture.session(server, HostFixture.context("shop").reading(CallCounter.NONE))) {
            assertThatThrownBy(() -> reading.host().run(Script.of("Writing", "echo written")))
                    .isInstanceOf(ProviderException.class)
                    .hasMessage("This run reads alone");
        }
    }

    @Test
    void aScriptThatTakesTooLongIsUncertain() {
        Script slow = Script.of("Sleeping", "sleep 30")
                .within(Duration.ofMillis(500))
                .under(Script.Lock.of("slow", Duration.ZERO));
        assertThatThrownBy(() -> host.run(slow)).isInstanceOfSatisfying(ProviderException.class, failure -> {
            assertThat(failure.isUncertain()).isTrue();
            assertThat(failure.diagnostic().isOfSession()).isTrue();
            assertThat(failure.diagnostic().summary()).isEqualTo("No answer from web-1 within 5 s");
        });
    }

    @Test
    void twoSessionsNeverChangeAHostAtOnce(SshServer server) throws Exception {
        String critical = """
                [ ! -e "$corbel_locks/inside" ] || exit 3
                : > "$corbel_locks/inside"
                sleep 0.05
                rm "$corbel_locks/inside"
                """;
        try (OnpremSession other = HostFixture.session(server, HostFixture.context("other"))) {
            CompletableFuture<?>[] both = new CompletableFuture<?>[2];
            Host[] hosts = {host, other.host()};
            for (int i = 0; i < both.length; i++) {
                Host mine = hosts[i];
                both[i] = CompletableFuture.runAsync(() -> {
                    for (int n = 0; n < 8; n++) {
                        try {
                            mine.run(Script.of("Changing", critical));
                        } catch (ProviderException failure) {
                            throw new IllegalStateException(failure.diagnostic().toString(), failure);
                        }
                    }
                });
            }
            CompletableFuture.allOf(both).get();
        }
    }

    @Test
    void aLockThatAnotherProgramHoldsIsNamed() throws Exception {
        Script holding =
                Script.of("Holding", "echo held; sleep 2").under(Script.Lock.of("test", Duration.ofSeconds(1)));
        CompletableFuture<Void> holder = CompletableFuture.runAsync(() -> {
            try {
                host.run(holding);
            } catch (ProviderException failure) {
                throw new IllegalStateException(failure);
            }
        });
        Thread.sleep(500);
        assertThatThrownBy(() -> host.run(
                        Script.of("Installing nginx", ":").under(Script.Lock.of("test", Duration.ofSeconds(1)))))
                .isInstanceOfSatisfying(ProviderException.class, failure -> {
                    assertThat(failure.diagnostic().summary())
                            .isEqualTo("Installing nginx on web-1 waited too long for a lock");
                    assertThat(failure.diagnostic().detail()).contains("corbel-test");
                });
        holder.get();
    }

    @Test
    void noValueIsEverInACommandLineOrAnEnvironment() throws Exception {
        String secret = "s3cret-" + System.nanoTime();
        Script script =
                Script.of("Using a secret", """
                        file=$(mktemp)
                        corbel_receive content "$file"
                        rm "$file"
                        sleep 0.5
                        """).with("password", secret).body("content", Body.of(secret));
        CompletableFuture<Void> call = CompletableFuture.runAsync(() -> {
            try {
                host.run(script);
            } catch (ProviderException failure) {
                throw new IllegalStateException(failure);
            }
        });
        StringBuilder seen = new StringBuilder();
        while (!call.isDone()) {
            ProcessHandle.allProcesses().forEach(process -> {
                for (String file : java.util.List.of("cmdline", "environ")) {
                    try {
                        seen.append(java.nio.file.Files.readString(
                                java.nio.file.Path.of("/proc/" + process.pid() + "/" + file),
                                java.nio.charset.StandardCharsets.ISO_8859_1));
                    } catch (java.io.IOException gone) {
                        // It has ended.
                    }
                }
            });
            Thread.sleep(10);
        }
        call.get();
        assertThat(seen).contains("sshd").doesNotContain(secret);
    }

    @Test
    void aLongCallIsAPlainOneWhereThereIsNoSystemd() throws ProviderException {
        Output output = host.runLong(
                Script.of("Installing", "echo \"$name\"; echo warned >&2").with("name", "nginx"), "token-1");
        assertThat(output).isEqualTo(new Output(0, "nginx\n", "warned\n"));
        assertThatThrownBy(() -> host.runLong(Script.of("Installing", "echo no >&2; exit 5"), "token-2"))
                .isInstanceOfSatisfying(
                        ProviderException.class,
                        failure -> assertThat(failure.diagnostic().detail()).isEqualTo("no"));
    }
}
