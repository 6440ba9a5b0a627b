package dev.corbel.cli.testing.place;

import dev.corbel.state.remote.ObjectStore;
import dev.corbel.state.remote.RemoteConflictException;
import dev.corbel.state.remote.RemoteObject;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Objects as folders in which each write is a file with the next number. Such a file comes to be in one step or not at
 * all, without locks, so that processes may be stopped and killed at any moment. While there is a file {@code down} beside
 * them, nothing answers.
 */
public final class FolderObjects implements ObjectStore {
    private static final byte THERE = 'o';
    private static final byte GONE = 'x';

    private final Path objects;
    private final Path temporary;
    private final Path down;

    public FolderObjects(Path root) {
        this.objects = root.resolve("objects");
        this.temporary = root.resolve("temporary");
        this.down = root.resolve("down");
    }

    @Override
    public Optional<RemoteObject> get(String name) throws IOException {
        reach();
        Latest latest = latest(name);
        return latest.isThere()
                ? Optional.of(new RemoteObject(latest.data(), String.valueOf(latest.number)))
                : Optional.empty();
    }

    @Override
    public String create(String name, byte[] data) throws IOException {
        reach();
        Latest latest = latest(name);
        if (latest.isThere()) {
            throw new RemoteConflictException(name + " exists");
        }
        return write(name, latest.number + 1, THERE, data);
    }

    @Override
    public String replace(String name, byte[] data, String version) throws IOException {
        reach();
        Latest latest = latest(name);
        if (!latest.isThere() || latest.number != Long.parseLong(version)) {
            throw new RemoteConflictException(name + " is another one");
        }
        return write(name, latest.number + 1, THERE, data);
    }

    private String write(String name, long number, byte kind, byte[] data) throws IOException {
        byte[] content = new byte[data.length + 1];
        content[0] = kind;
        System.arraycopy(data, 0, content, 1, data.length);
        Files.createDirectories(temporary);
        Path whole = Files.write(temporary.resolve(UUID.randomUUID().toString()), content);
        try {
            Files.createDirectories(objects.resolve(name));
            Files.createLink(objects.resolve(name).resolve("@" + number), whole);
            return String.valueOf(number);
        } catch (FileAlreadyExistsException faster) {
            throw new RemoteConflictException(name + " was written by another", faster);
        } finally {
            Files.delete(whole);
        }
    }

    @Override
    public List<String> list(String prefix) throws IOException {
        reach();
        if (!Files.isDirectory(objects)) {
            return List.of();
        }
        List<String> names = new ArrayList<>();
        try (Stream<Path> files = Files.walk(objects)) {
            for (Path folder : files.filter(Files::isDirectory).toList()) {
                String name = objects.relativize(folder).toString();
                if (name.startsWith(prefix) && latest(name).isThere()) {
                    names.add(name);
                }
            }
        }
        Collections.sort(names);
        return names;
    }

    @Override
    public void delete(Collection<String> names) throws IOException {
        reach();
        for (String name : names) {
            Latest latest = latest(name);
            if (latest.isThere()) {
                write(name, latest.number + 1, GONE, new byte[0]);
            }
        }
    }

    @Override
    public String description() {
        return "folder \"place\"";
    }

    @Override
    public void close() {
        // Every call opens and closes its own files.
    }

    private void reach() throws IOException {
        if (Files.exists(down)) {
            throw new IOException("Nothing answers in " + description());
        }
    }

    /** The last write; number 0 and nothing where there was none. */
    private static final class Latest {
        private final long number;
        private final byte[] content;

        Latest(long number, byte[] content) {
            this.number = number;
            this.content = content;
        }

        boolean isThere() {
            return content.length > 0 && content[0] == THERE;
        }

        byte[] data() {
            return Arrays.copyOfRange(content, 1, content.length);
        }
    }

    private Latest latest(String name) throws IOException {
        Path folder = objects.resolve(name);
        if (!Files.isDirectory(folder)) {
            return new Latest(0, new byte[0]);
        }
        try (Stream<Path> files = Files.list(folder)) {
            long number = files.map(file -> String.valueOf(file.getFileName()))
                    .filter(file -> file.startsWith("@"))
                    .mapToLong(file -> Long.parseLong(file.substring(1)))
                    .max()
                    .orElse(0);
            return new Latest(number, number == 0 ? new byte[0] : Files.readAllBytes(folder.resolve("@" + number)));
        }
    }
}
