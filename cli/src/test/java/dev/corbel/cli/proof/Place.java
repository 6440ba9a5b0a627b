package dev.corbel.cli.proof;

import dev.corbel.cli.testing.CommandRun;
import dev.corbel.cli.testing.CorbelProcess;
import dev.corbel.cli.testing.Project;
import dev.corbel.cli.testing.TestServices;
import java.nio.file.Path;
import java.util.List;

/**
 * Where state is kept in a proof.
 *
 * @param name for people
 * @param block the state block
 * @param services what Corbel has to find for it
 * @param javaOptions of processes that have to find it
 * @param steps that each apply takes there; none where nobody counts them
 */
record Place(String name, String block, TestServices services, List<String> javaOptions, List<String> steps) {
    /** Files beside the project. */
    static final Place FILES = new Place(
            "files",
            "",
            TestServices.NONE,
            List.of(),
            List.of(
                    "FileDisk.create",
                    "FileDisk$1.write",
                    "FileDisk$1.sync",
                    "FileDisk.rename",
                    "FileDisk.link",
                    "FileDisk.delete",
                    "FileDisk.syncFolder"));

    /** A remote place whose lease lasts a second. */
    static final Place REMOTE = remote(30);

    /** A remote place, with all times so many times shorter. */
    static Place remote(int faster) {
        return new Place(
                "remote",
                "state('folder') { faster = " + faster + " }\n",
                TestServices.of("folder-place"),
                List.of(),
                List.of("FolderObjects.create", "FolderObjects.replace", "FolderObjects.delete"));
    }

    Project define(Path directory, String definition) {
        return Project.of(directory, block + definition);
    }

    CommandRun run(Path directory, String... arguments) {
        return services.among(() -> new Project(directory).run(arguments));
    }

    CorbelProcess start(Path directory, String... arguments) {
        return CorbelProcess.start(directory, services, javaOptions, arguments);
    }

    /** Starts a process that can be given answers. */
    CorbelProcess startAsking(Path directory, String... arguments) {
        return CorbelProcess.startAsking(directory, services, javaOptions, arguments);
    }

    /** Somebody at work in a project after a mishap. */
    Operator operator(Path directory) {
        return Operator.after(arguments -> run(directory, arguments), SimulatedCloud.of(directory));
    }

    @Override
    public String toString() {
        return name;
    }
}
