package dev.corbel.providers.local.place;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The system's program for archives. */
public final class Tar {
    private Tar() {}

    /**
     * Unpacks an archive, compressed or not.
     *
     * @throws IOException with what the program says where it cannot
     */
    public static void unpack(Path archive, Path folder) throws IOException, InterruptedException {
        Process tar = start(archive.toString(), folder);
        tar.getOutputStream().close();
        finish(tar);
    }

    /** Unpacks an archive that is not compressed. */
    public static void unpack(InputStream archive, Path folder) throws IOException, InterruptedException {
        Process tar = start("-", folder);
        try (OutputStream in = tar.getOutputStream()) {
            archive.transferTo(in);
        } catch (IOException broken) {
            // What it says tells more.
            finish(tar);
            throw broken;
        }
        finish(tar);
    }

    private static Process start(String archive, Path folder) throws IOException {
        return new ProcessBuilder("tar", "-x", "-f", archive, "-C", folder.toString())
                .redirectErrorStream(true)
                .start();
    }

    private static void finish(Process tar) throws IOException, InterruptedException {
        String said = new String(tar.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (tar.waitFor() != 0) {
            throw new IOException(said);
        }
    }
}
