package dev.corbel.providers.onprem.host;

import dev.corbel.providers.onprem.ssh.SshConnection;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** A process that uploads half of a file and waits to be killed. Takes port, user, key file, host key and the file's path. */
final class UploadingProgram {
    static final int LENGTH = 20_000_000;
    static final String TOKEN = "killed";

    private UploadingProgram() {}

    public static void main(String[] arguments) throws Exception {
        HostSettings settings = new HostSettings(
                "web-1",
                "127.0.0.1",
                Optional.of(Integer.valueOf(arguments[0])),
                Optional.of(arguments[1]),
                Optional.empty(),
                Optional.of(arguments[3]),
                Optional.of(Path.of(arguments[2])),
                Optional.empty(),
                "root".equals(arguments[1]),
                Optional.empty(),
                Duration.ofSeconds(60));
        Body half = new Body(
                LENGTH,
                content().sha256(),
                () -> new SequenceInputStream(new ByteArrayInputStream(new byte[LENGTH / 2]), new Waiting()));
        try (OnpremSession session = new OnpremSession(
                settings, HostFixture.context("shop"), SshConnection::new, name -> Optional.empty())) {
            session.host().upload(Upload.of(arguments[4], half), TOKEN);
        }
    }

    static Body content() {
        return Body.of(new byte[LENGTH]);
    }

    /** Bytes that never come. */
    private static final class Waiting extends InputStream {
        @Override
        public int read() {
            while (true) {
                try {
                    Thread.sleep(Long.MAX_VALUE);
                } catch (InterruptedException again) {
                    // It ends by being killed.
                }
            }
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            return read();
        }
    }
}
