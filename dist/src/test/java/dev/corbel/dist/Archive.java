package dev.corbel.dist;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The archives of the build. */
enum Archive {
    PLAIN("corbel.archive"),
    WITH_JAVA("corbel.archive-with-java");

    private final Path file;

    Archive(String property) {
        this.file = Path.of(System.getProperty(property));
    }

    Path file() {
        return file;
    }

    /** The folder that is in it. */
    String folder() {
        return file.getFileName().toString().replace(".tar.gz", "");
    }

    /** Unpacks it below a folder, and returns the folder of Corbel. */
    Path unpack(Path parent) {
        try {
            Files.createDirectories(parent);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        Execution.successful(parent, "tar", "-xzf", file.toString());
        return parent.resolve(folder());
    }

    /** The lines of a verbose listing: mode, owner, size, date and name of each entry. */
    List<String> listing() {
        return Execution.successful(file.getParent(), "tar", "-tvzf", file.toString())
                .lines()
                .toList();
    }

    /** The names of the jars in an unpacked one. */
    static List<String> jars(Path home) {
        try (Stream<Path> files = Files.list(home.resolve("lib"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
