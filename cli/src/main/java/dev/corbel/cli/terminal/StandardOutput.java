package dev.corbel.cli.terminal;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The standard output of the process, which remembers what went wrong with it: a {@link PrintStream} only tells that
 * something did.
 */
public final class StandardOutput {
    private final Watched watched;
    private final PrintStream stream;

    private StandardOutput(Watched watched, Charset encoding) {
        this.watched = watched;
        this.stream = new PrintStream(new BufferedOutputStream(watched), false, encoding);
    }

    public static StandardOutput ofProcess() {
        String encoding = System.getProperty("stdout.encoding");
        return new StandardOutput(
                new Watched(new FileOutputStream(FileDescriptor.out)),
                encoding == null ? Charset.defaultCharset() : Charset.forName(encoding));
    }

    public PrintStream stream() {
        return stream;
    }

    /**
     * The reason why not all could be written, once everything was. Whoever reads the first part from a pipe and then closes
     * it, such as {@code head}, has what he wanted: that is none. A pipe that took nothing at all is one.
     */
    public Optional<String> failure() {
        stream.flush();
        @Nullable IOException failure = watched.failure;
        return failure == null || (watched.took && isClosedPipe(failure))
                ? Optional.empty()
                : Optional.of(String.valueOf(failure.getMessage()));
    }

    /** Tells whether the reader closed the pipe. The operating system's text is all that Java tells of the reason. */
    private static boolean isClosedPipe(IOException failure) {
        String reason = String.valueOf(failure.getMessage());
        return reason.contains("Broken pipe") || reason.contains("Connection reset");
    }

    private static final class Watched extends OutputStream {
        private final OutputStream target;
        private boolean took;
        private @Nullable IOException failure;

        Watched(OutputStream target) {
            this.target = target;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public synchronized void write(byte[] bytes, int from, int count) throws IOException {
            try {
                target.write(bytes, from, count);
                took = true;
            } catch (IOException unwritable) {
                if (failure == null) {
                    failure = unwritable;
                }
                throw unwritable;
            }
        }
    }
}
