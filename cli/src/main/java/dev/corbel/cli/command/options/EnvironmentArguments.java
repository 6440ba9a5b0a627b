package dev.corbel.cli.command.options;

import dev.corbel.cli.invocation.Invocation;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/**
 * Arguments among which an environment may stand: the first one, or the last, where it is the name or the file of one.
 *
 * @param environment empty where none was named
 * @param others what is left, in order
 */
public record EnvironmentArguments(Optional<String> environment, List<String> others) {
    /** Takes the environment out of arguments of which the command needs so many itself. */
    public static EnvironmentArguments of(List<String> arguments, int needed, Invocation invocation, CommandSpec spec) {
        if (arguments.size() == needed) {
            return new EnvironmentArguments(Optional.empty(), arguments);
        }
        if (arguments.size() < needed) {
            throw new ParameterException(spec.commandLine(), "An argument is missing");
        }
        if (arguments.size() > needed + 1) {
            throw new ParameterException(
                    spec.commandLine(), "One argument too many: \"" + arguments.get(needed + 1) + "\"");
        }
        String last = arguments.get(needed);
        return needed > 0
                        && !invocation.finder().knows(arguments.get(0))
                        && invocation.finder().knows(last)
                ? new EnvironmentArguments(Optional.of(last), arguments.subList(0, needed))
                : new EnvironmentArguments(Optional.of(arguments.get(0)), arguments.subList(1, needed + 1));
    }
}
