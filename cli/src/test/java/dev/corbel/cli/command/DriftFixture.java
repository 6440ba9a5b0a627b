package dev.corbel.cli.command;

import dev.corbel.cli.testing.Project;
import dev.corbel.cli.testing.SimulatedObjects;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** A project on the simulator that is applied, and whose objects are changed by hand then. */
abstract class DriftFixture {
    static final String TWO = """
            provider('simulator') { }
            resource('sim_object', 'a') { name = 'a'; value = 'x' }
            resource('sim_object', 'b') { name = 'b'; value = sim_object.a.id }
            """;

    @TempDir
    Path directory;

    final Project applied(String definition) {
        Project project = Project.of(directory, definition);
        project.succeed("apply", "--auto-approve");
        return project;
    }

    /** The file of the object of this name. */
    final String object(String name) {
        return new SimulatedObjects(directory).file(name);
    }

    final String read(String file) {
        return new Project(directory).read(file);
    }

    /** Replaces a part of the object of this name. */
    final void edit(String name, String old, String changed) {
        new SimulatedObjects(directory).edit(name, old, changed);
    }
}
