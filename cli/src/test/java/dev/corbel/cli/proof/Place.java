package dev.corbel.cli.proof;

import dev.corbel.cli.testing.CommandRun;
import dev.corbel.cli.testing.CorbelProcess;
import dev.corbel.cli.testing.Project;
import dev.corbel.cli.testing.TestServices;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Where state is kept in a proof.
 *
 * @param block the state block
 * @param variables the environment variables that lead there
 * @param services what Corbel has to find for it
 * @param objects what a service keeps there, by name; nothing where state is in the project
 */
record Place(
        String block, Map<String, String> variables, TestServices services, Supplier<Map<String, byte[]>> objects) {
    /** Files beside the project. */
    static final Place FILES = new Place("state('local') { }\n", Map.of(), TestServices.NONE, Map::of);

    /** A folder of the project that is treated as a remote place, with a lease of a second. */
    static final Place HASTY_FOLDER = folder(30);

    /** A folder of the project that is treated as a remote place, with all times so many times shorter. */
    static Place folder(int faster) {
        return new Place(
                "state('folder') { faster = " + faster + " }\n", Map.of(), TestServices.of("folder-place"), Map::of);
    }

    /** The same with more variables and services. */
    Place with(Map<String, String> more, String service) {
        Map<String, String> all = new LinkedHashMap<>(more);
        all.putAll(variables);
        return new Place(block, all, services.and(service), objects);
    }

    /** The same with one more line in the block. */
    Place with(String line) {
        return new Place(block.replace(" }\n", "; " + line + " }\n").replace("{;", "{"), variables, services, objects);
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
