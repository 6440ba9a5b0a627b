package dev.corbel.providers.local.supervisor;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * A file that a process appends to, with one older part beside it. A process that goes on writing keeps its file, so the content
 * is what moves.
 */
public record LogFile(Path file) {
    private static final long LARGEST = 5_000_000;
    private static final int TAIL_BYTES = 16_384;
    private static final int TAIL_LINES = 20;

    /** Moves what is written to the older part, where it is too much. */
    void rotate() throws IOException {
        if (Files.exists(file) && Files.size(file) > LARGEST) {
            Path older = older();
            PrivateFiles.createFile(older);
            Files.copy(file, older, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.truncate(0);
            }
        }
    }

    private Path older() {
        return file.resolveSibling(file.getFileName() + ".1");
    }

    void delete() throws IOException {
        Files.deleteIfExists(older());
        Files.deleteIfExists(file);
    }

    long size() throws IOException {
        return Files.exists(file) ? Files.size(file) : 0;
    }

    /**
     * The last lines.
     *
     * @param from where they begin at the earliest
     */
    public List<String> tail(long from) throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "r")) {
            long length = open.length();
            long begin = Math.max(from <= length ? from : 0, length - TAIL_BYTES);
            byte[] bytes = new byte[(int) (length - begin)];
            open.seek(begin);
            open.readFully(bytes);
            List<String> lines =
                    new String(bytes, StandardCharsets.UTF_8).lines().toList();
            return lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size());
        }
    }
}
