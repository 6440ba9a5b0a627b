package dev.corbel.providers.simulator;

import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Finds objects by name. For each name there is a file that points to the object which had it last; what counts is the
 * object, so a pointer that a killed process left behind reserves nothing. Names that somebody put into objects' files
 * by hand have no pointer; looking through the folder finds them.
 */
final class ObjectNames {
    private final Path directory;
    private final ObjectFiles files;
    private final ObjectScan scan;
    private final AtomicFiles writer;

    ObjectNames(Path directory, ObjectFiles files, ObjectScan scan, AtomicFiles writer) {
        this.writer = writer;
        this.directory = directory;
        this.files = files;
        this.scan = scan;
    }

    /** What to lock while a name is given or taken away. */
    static String key(String name) {
        return "name " + name;
    }

    /** The object of this name. */
    Optional<SimObject> find(String name) throws IOException {
        Optional<String> pointed = pointer(name);
        if (pointed.isPresent()) {
            Optional<SimObject> object = named(pointed.get(), name);
            if (object.isPresent()) {
                return object;
            }
        }
        for (String id : scan.idsOf(name)) {
            Optional<SimObject> object = named(id, name);
            if (object.isPresent()) {
                return object;
            }
        }
        return Optional.empty();
    }

    private Optional<SimObject> named(String id, String name) throws IOException {
        return files.read(id).filter(object -> object.name().equals(Optional.of(name)));
    }

    /** Points a name to an object that is about to be. The caller holds the name's lock. */
    void point(String name, String id) throws IOException {
        writer.write(file(name), id);
    }

    /** Takes the pointer away, where it still leads to this object. The caller holds the name's lock. */
    void forget(String name, String id) throws IOException {
        if (pointer(name).equals(Optional.of(id))) {
            Files.deleteIfExists(file(name));
        }
    }

    private Optional<String> pointer(String name) throws IOException {
        Path file = file(name);
        try (FileInputStream in = new FileInputStream(file.toFile())) {
            return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (FileNotFoundException missing) {
            if (Files.notExists(file)) {
                return Optional.empty();
            }
            throw missing;
        }
    }

    private Path file(String name) {
        return directory.resolve(Checksum.of(name));
    }
}
