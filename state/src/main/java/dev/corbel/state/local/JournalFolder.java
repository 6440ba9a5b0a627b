package dev.corbel.state.local;

import dev.corbel.state.journal.Segment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The segments of an environment's journals: {@code NUMBER.jsonl}. */
final class JournalFolder {
    private static final Pattern NAME = Pattern.compile("\\d{6,18}\\.jsonl");

    private final StateFolder folder;
    private final Disk disk;
    private final LocalProblem problem;

    JournalFolder(StateFolder folder, Disk disk) {
        this.folder = folder;
        this.disk = disk;
        this.problem = new LocalProblem(folder);
    }

    /** In the order in which they were made. */
    List<Path> segments() {
        try (Stream<Path> files = Files.list(folder.journal())) {
            return files.filter(file ->
                            NAME.matcher(String.valueOf(file.getFileName())).matches())
                    .sorted(Comparator.comparingLong(JournalFolder::number))
                    .toList();
        } catch (NoSuchFileException none) {
            return List.of();
        } catch (IOException failure) {
            throw problem.cannotRead(folder.journal(), failure);
        }
    }

    private static long number(Path segment) {
        String name = String.valueOf(segment.getFileName());
        return Long.parseLong(name.substring(0, name.indexOf('.')));
    }

    /** A new segment and where it is. */
    record Created(Path file, Segment segment) {}

    /** Makes a segment after all that there are. */
    Created create() throws IOException {
        disk.createFolders(folder.journal());
        List<Path> before = segments();
        long number = before.isEmpty() ? 1 : number(before.get(before.size() - 1)) + 1;
        Path file = folder.journal().resolve("%06d.jsonl".formatted(number));
        Disk.Output output = disk.create(file);
        return new Created(file, segment(output));
    }

    private Segment segment(Disk.Output output) {
        return new Segment() {
            private boolean named;

            @Override
            public void write(byte[] lines) throws IOException {
                output.write(lines, 0, lines.length);
            }

            @Override
            public void sync() throws IOException {
                output.sync();
                if (!named) {
                    disk.syncFolder(folder.journal());
                    named = true;
                }
            }

            @Override
            public void close() throws IOException {
                output.close();
            }
        };
    }

    /** Deletes segments that a snapshot holds, or that hold nothing. */
    void delete(List<Path> segments) {
        for (Path segment : segments) {
            try {
                disk.delete(segment);
            } catch (IOException failure) {
                throw problem.cannotWrite(segment, failure);
            }
        }
    }
}
