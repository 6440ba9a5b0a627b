package dev.corbel.cli.proof;

import dev.corbel.cli.testing.CommandRun;
import dev.corbel.cli.testing.CorbelProcess;
import dev.corbel.cli.testing.Project;
import dev.corbel.cli.testing.TestServices;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Where state is kept in a proof.
 *
 * @param block the state block
 * @param variables the environment variables that open it
 * @param services what Corbel has to find for it
 */
record Place(String block, Map<String, String> variables, TestServices services) {
    /** Files beside the project. */
    static final Place FILES = new Place("", Map.of(), TestServices.NONE);

    /** A folder of the project that is treated as a remote place, with a lease of a second. */
    static final Place HASTY_FOLDER = folder(30);

    /** A folder of the project that is treated as a remote place, with all times so many times shorter. */
    static Place folder(int faster) {
        return new Place("state('folder') { faster = " + faster + " }\n", Map.of(), TestServices.of("folder-place"));
    }

    Project define(Path directory, String definition) {
        return Project.of(directory, block + definition);
    }

    CommandRun run(Path directory, String... arguments) {
        return services.among(() -> CommandRun.in(directory, variables, "", arguments));
    }

    CorbelProcess start(Path directory, String... arguments) {
        return startAsking(directory, arguments).answer();
    }

    /** Starts a process that can be given answers. */
    CorbelProcess startAsking(Path directory, String... arguments) {
        return CorbelProcess.startAsking(directory, variables, services, List.of(), arguments);
    }

    /** Starts a process that a debugger can look into. */
    CorbelProcess debug(Path directory, String agent, String... arguments) {
        return CorbelProcess.startAsking(directory, variables, services, List.of(agent), arguments)
                .answer();
    }

    /** Somebody at work in a project after a mishap. */
    Operator operator(Path directory) {
        return Operator.after(arguments -> run(directory, arguments), SimulatedCloud.of(directory));
    }
}
