package dev.corbel.cli.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * The objects of the simulator beside a project, to change them by hand.
 *
 * @param directory the project's
 */
public record SimulatedObjects(Path directory) {

    /** The file of the object of this name, relative to the project. */
    public String file(String name) {
        Project project = new Project(directory);
        try (Stream<Path> files = Files.list(directory.resolve(".simulator/objects"))) {
            return files.map(file -> ".simulator/objects/" + file.getFileName())
                    .filter(file -> project.read(file).contains("\"name\" : \"" + name + "\""))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Replaces a part of the object of this name, which has to be there. */
    public void edit(String name, String old, String changed) {
        Project project = new Project(directory);
        String file = file(name);
        String text = project.read(file);
        assertThat(text).contains(old);
        project.write(file, text.replace(old, changed));
    }
}
