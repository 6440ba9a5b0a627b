package dev.corbel.cli.command.options;

import dev.corbel.cli.terminal.Console;
import dev.corbel.engine.definition.Definitions;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The option that adds policies to those of the project. */
public final class PolicyFlags {
    @Option(
            names = "--policies",
            paramLabel = "DIR",
            description = "A folder with policies, beside those in policies/ of the project.")
    private Optional<Path> folder = Optional.empty();

    /** Holds what is loaded from now on to the policies of the folder. */
    public void addTo(Definitions definitions, Console console) {
        folder.ifPresent(named -> definitions.usePolicies(console.directory().resolve(named)));
    }

    /** The option as it was given, for a command that is to go by the same policies. */
    List<String> applying() {
        return folder.map(named -> List.of("--policies", named.toString())).orElse(List.of());
    }
}
