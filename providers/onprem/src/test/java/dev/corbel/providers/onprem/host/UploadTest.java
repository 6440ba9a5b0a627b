package dev.corbel.providers.onprem.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.corbel.emulators.SshServer;
import dev.corbel.emulators.SshServerExtension;
import dev.corbel.providers.api.ProviderException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SshServerExtension.class)
class UploadTest {
    @TempDir
    private Path folder;

    private OnpremSession session;
    private Host host;

    @BeforeEach
    void open(SshServer server) throws IOException {
        folder = folder.toRealPath();
        session = HostFixture.session(server);
        host = session.host();
    }

    @AfterEach
    void close() {
        session.close();
    }

    @Test
    void aFileHasItsContentModeAndPlaceAtOnce(SshServer server) throws Exception {
        Path target = folder.resolve("app.conf");
        host.upload(Upload.of(target.toString(), Body.of("one\n")).mode("0640"), "t1");
        assertThat(Files.readString(target)).isEqualTo("one\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(target)))
                .isEqualTo("rw-r-----");
        host.upload(Upload.of(target.toString(), Body.of("two\n")), "t2");
        assertThat(Files.readString(server.books().resolve("previous").resolve(KeyName.of(target.toString()))))
                .isEqualTo("one\n");
        assertThat(names()).containsExactly("app.conf");
    }

    @Test
    void contentThatTheCommandRefusesChangesNothing() throws Exception {
        Path target = folder.resolve("app.conf");
        Files.writeString(target, "good");
        Upload upload = Upload.of(target.toString(), Body.of("bad"))
                .validate(Optional.of("grep -q good \"$file\" || { echo 'line 1: bad'; exit 1; }"));
        assertThatThrownBy(() -> host.upload(upload, "t1")).isInstanceOfSatisfying(ProviderException.class, failure -> {
            assertThat(failure.diagnostic().summary())
                    .isEqualTo("Writing " + target + " on web-1: the new content is refused");
            assertThat(failure.diagnostic().detail()).contains("line 1: bad");
        });
        assertThat(Files.readString(target)).isEqualTo("good");
        assertThat(names()).containsExactly("app.conf");
    }

    @Test
    void linksAreRefused() throws Exception {
        Path real = Files.createDirectory(folder.resolve("real"));
        Files.writeString(real.resolve("file"), "old");
        Files.createSymbolicLink(folder.resolve("link"), real);
        Files.createSymbolicLink(folder.resolve("file"), real.resolve("file"));
        for (String path : List.of("link/file", "file")) {
            Upload upload = Upload.of(folder.resolve(path).toString(), Body.of("new"));
            assertThatThrownBy(() -> host.upload(upload, "t1"))
                    .isInstanceOfSatisfying(ProviderException.class, failure -> {
                        assertThat(failure.diagnostic().summary()).endsWith("on web-1 would follow a link");
                        assertThat(failure.diagnostic().hint().orElseThrow())
                                .isEqualTo("Name the file that the link leads to.");
                    });
            assertThat(Files.readString(real.resolve("file"))).isEqualTo("old");
        }
    }

    @Test
    void contentThatIsNotTheOneAnnouncedChangesNothing() throws Exception {
        Path target = folder.resolve("app.conf");
        Files.writeString(target, "good");
        Body wrong = new Body(3, Body.of("abc").sha256(), () -> new java.io.ByteArrayInputStream(new byte[] {1, 2, 3}));
        assertThatThrownBy(() -> host.upload(Upload.of(target.toString(), wrong), "t1"))
                .isInstanceOfSatisfying(ProviderException.class, failure -> assertThat(
                                failure.diagnostic().detail())
                        .isEqualTo("content came in part or damaged"));
        assertThat(Files.readString(target)).isEqualTo("good");
        assertThat(names()).containsExactly("app.conf");
    }

    @Test
    void anUploadThatIsCutOffChangesNothing() throws Exception {
        try (SshServer server = SshServer.start()) {
            OnpremSession cut = HostFixture.session(server);
            Path target = folder.resolve("big");
            Files.writeString(target, "good");
            byte[] half = new byte[1_000_000];
            CountDownLatch never = new CountDownLatch(1);
            Body stuck = new Body(
                    2_000_000,
                    Body.of(new byte[2_000_000]).sha256(),
                    () -> new SequenceInputStream(new java.io.ByteArrayInputStream(half), new Stuck(never)));
            CompletableFuture<ProviderException> call = CompletableFuture.supplyAsync(() -> {
                try {
                    cut.host().upload(Upload.of(target.toString(), stuck), "t1");
                    throw new IllegalStateException("it ended well");
                } catch (ProviderException failure) {
                    return failure;
                }
            });
            Path temporary = folder.resolve(".corbel-t1");
            waitFor(() -> Files.exists(temporary) && Files.size(temporary) > 500_000);
            cut.close();
            assertThat(call.get().isUncertain()).isTrue();
            waitFor(() -> Files.notExists(temporary));
            assertThat(Files.readString(target)).isEqualTo("good");
            never.countDown();
        }
    }

    @Test
    void anUploadWhoseProcessIsKilledChangesNothingAndIsDoneByTheNextOne(SshServer server) throws Exception {
        Path target = folder.resolve("big");
        Files.writeString(target, "good");
        Process killed = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        UploadingProgram.class.getName(),
                        Integer.toString(server.port()),
                        server.user(),
                        server.identity().toString(),
                        server.hostKey(),
                        target.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        Path temporary = folder.resolve(".corbel-" + UploadingProgram.TOKEN);
        waitFor(() -> Files.exists(temporary) && Files.size(temporary) > UploadingProgram.LENGTH / 4);
        killed.destroyForcibly().waitFor();
        waitFor(() -> Files.notExists(temporary));
        assertThat(Files.readString(target)).isEqualTo("good");

        host.upload(Upload.of(target.toString(), UploadingProgram.content()), UploadingProgram.TOKEN);
        assertThat(Body.of(target).sha256())
                .isEqualTo(UploadingProgram.content().sha256());
        assertThat(names()).containsExactly("big");
    }

    @Test
    void leftoversOfDeadUploadsGoWithTheNextLook(SshServer server) throws Exception {
        Path left = Files.writeString(folder.resolve(".corbel-dead"), "half");
        Path note = Files.createDirectories(server.books().resolve("uploads")).resolve("dead");
        Files.writeString(note, left + "\n");
        Path other = Files.writeString(folder.resolve("mine"), "kept");
        Files.writeString(note.resolveSibling("forged"), other + "\n");
        host.facts().read(List.of());
        assertThat(left).doesNotExist();
        assertThat(other).exists();
        assertThat(note).doesNotExist();
    }

    /** As a look does that comes between the making of the note and its lock. */
    @Test
    void anUploadWhoseNoteWasTakenForALeftoverIsNone(SshServer server) throws Exception {
        Path note = Files.createDirectories(server.books().resolve("uploads")).resolve("t1");
        Path removed = folder.resolve("removed");
        Path checked = folder.resolve("checked");
        Process look = new ProcessBuilder(
                        "flock",
                        note.toString(),
                        "sh",
                        "-c",
                        "while [ ! -e \"$1\" ]; do sleep 0.05; done; rm -- \"$0\"",
                        note.toString(),
                        removed.toString())
                .start();
        waitFor(() -> Files.exists(note));
        Path target = folder.resolve("app.conf");
        Upload upload = Upload.of(target.toString(), Body.of("new"))
                .validate(Optional.of("while [ ! -e '" + checked + "' ]; do sleep 0.05; done"));
        CompletableFuture<Void> call = CompletableFuture.runAsync(() -> {
            try {
                host.upload(upload, "t1");
            } catch (ProviderException failure) {
                throw new IllegalStateException(failure.diagnostic().toString(), failure);
            }
        });
        waitFor(() -> ProcessHandle.allProcesses()
                .anyMatch(one -> one.info().commandLine().orElse("").endsWith("flock -w 10 8")));
        Files.createFile(removed);
        assertThat(look.waitFor()).isZero();

        Path temporary = folder.resolve(".corbel-t1");
        waitFor(() -> Files.exists(temporary));
        host.facts().read(List.of());
        assertThat(temporary).exists();
        Files.createFile(checked);
        call.get();
        assertThat(Files.readString(target)).isEqualTo("new");
        assertThat(note).doesNotExist();
    }

    /** Content that never ends. */
    private static final class Stuck extends InputStream {
        private final CountDownLatch never;

        Stuck(CountDownLatch never) {
            this.never = never;
        }

        @Override
        public int read() throws IOException {
            try {
                never.await();
            } catch (InterruptedException interrupted) {
                throw new IOException(interrupted);
            }
            return -1;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            return read();
        }
    }

    /** Tells whether something is so by now. */
    @FunctionalInterface
    private interface Condition {
        boolean holds() throws IOException;
    }

    private static void waitFor(Condition condition) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(90).toNanos();
        while (!condition.holds()) {
            assertThat(System.nanoTime()).as("still not so").isLessThan(end);
            Thread.sleep(20);
        }
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> Files.exists(file, LinkOption.NOFOLLOW_LINKS))
                    .map(file -> file.getFileName().toString())
                    .toList();
        }
    }
}
