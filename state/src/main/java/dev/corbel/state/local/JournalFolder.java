package dev.corbel.state.local;

import dev.corbel.state.journal.Segment;
import dev.corbel.state.store.JournalStore;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The segments of an environment's journals: {@code NUMBER.jsonl}. */
final class JournalFolder implements JournalStore {
    private static final Pattern NAME = Pattern.compile("\\d{6,18}\\.jsonl");

    private final StateFolder folder;
    private final Disk disk;
    private final LocalProblem problem;

    JournalFolder(StateFolder folder, Disk disk) {
        this.folder = folder;
        this.disk = disk;
        this.problem = new LocalProblem(folder);
    }

    @Override
    public List<String> segments() {
        try (Stream<Path> files = Files.list(folder.journal())) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> NAME.matcher(name).matches())
                    .sorted(Comparator.comparingLong(JournalFolder::number))
                    .toList();
        } catch (NoSuchFileException none) {
            return List.of();
        } catch (IOException failure) {
            throw problem.cannotRead(folder.journal(), failure);
        }
    }

    private static long number(String segment) {
        return Long.parseLong(segment.substring(0, segment.indexOf('.')));
    }

    @Override
    public byte[] read(String segment) {
        Path file = folder.segment(segment);
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException gone) {
            // Not asked for a second time: a later segment may have the same name by now.
            throw new SegmentVanishedException(gone);
        } catch (IOException failure) {
            throw problem.cannotRead(file, failure);
        }
    }

    @Override
    public boolean keepsSegmentsWhole() {
        return false;
    }

    @Override
    public Created create() throws IOException {
        disk.createFolders(folder.journal());
        List<String> before = segments();
        long number = before.isEmpty() ? 1 : number(before.get(before.size() - 1)) + 1;
        while (true) {
            String name = "%06d.jsonl".formatted(number);
            try {
                return new Created(name, segment(folder.segment(name), disk.createNew(folder.segment(name))));
            } catch (FileAlreadyExistsException ofARunWithoutTheLock) {
                number++;
            }
        }
    }

    private Segment segment(Path file, Disk.Output output) throws IOException {
        Optional<FileMark> mark = FileMark.of(file);
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
            public boolean isInPlace() throws IOException {
                return mark.isPresent() && mark.get().isAt(file);
            }

            @Override
            public void close() throws IOException {
                output.close();
            }
        };
    }

    /** {@code NUMBER.torn} beside the segment, or a name like it; one that is there is never overwritten. */
    @Override
    public String keepAside(String segment, byte[] torn) {
        String name = segment.substring(0, segment.indexOf('.'));
        Path file = folder.segment(name + ".torn");
        try {
            for (int number = 2; Files.exists(file); number++) {
                if (Arrays.equals(Files.readAllBytes(file), torn)) {
                    // A run kept it that was stopped before the segment went.
                    return folder.shown(file);
                }
                file = folder.segment(name + "-" + number + ".torn");
            }
            try (Disk.Output output = disk.create(file)) {
                output.write(torn, 0, torn.length);
                output.sync();
            }
            disk.syncFolder(folder.journal());
            return folder.shown(file);
        } catch (IOException failure) {
            throw problem.cannotWrite(file, failure);
        }
    }

    @Override
    public void delete(List<String> names) {
        for (String name : names) {
            Path segment = folder.segment(name);
            try {
                disk.delete(segment);
            } catch (IOException failure) {
                throw problem.cannotWrite(segment, failure);
            }
        }
    }
}
