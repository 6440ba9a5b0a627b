package dev.corbel.cli.command;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

@Command(name = "help", description = "Tell about Corbel or one of its commands.")
final class HelpCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(arity = "0..*", paramLabel = "COMMAND", description = "The command, and its own command.")
    private String[] names = {};

    @Override
    public Integer call() {
        if (spec == null) {
            throw new IllegalStateException("a command runs within a command line");
        }
        CommandLine line = spec.commandLine().getParent();
        for (String name : names) {
            line = sub(line, name);
        }
        line.usage(spec.commandLine().getOut());
        return CommandLine.ExitCode.OK;
    }

    private static CommandLine sub(CommandLine line, String name) {
        CommandLine found = line.getSubcommands().get(name);
        if (found == null) {
            throw new UnmatchedArgumentException(line, List.of(name));
        }
        return found;
    }
}
