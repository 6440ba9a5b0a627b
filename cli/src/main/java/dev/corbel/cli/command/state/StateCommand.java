package dev.corbel.cli.command.state;

import dev.corbel.cli.invocation.Invocation;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(name = "state", synopsisSubcommandLabel = "COMMAND", description = "Look at state, and repair it.")
public final class StateCommand implements Runnable {
    private final Invocation invocation;

    @Spec
    private @Nullable CommandSpec spec;

    public StateCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    /** Adds the commands below this one. */
    public void addTo(CommandLine line) {
        line.addSubcommand("list", new StateListCommand(invocation));
        line.addSubcommand("show", new StateShowCommand(invocation));
        line.addSubcommand("mv", new StateMoveCommand(invocation));
        line.addSubcommand("rm", new StateRemoveCommand(invocation));
        line.addSubcommand("pull", new StatePullCommand(invocation));
        line.addSubcommand("push", new StatePushCommand(invocation));
        line.addSubcommand("history", new StateHistoryCommand(invocation));
        line.addSubcommand("restore", new StateRestoreCommand(invocation));
        line.addSubcommand("migrate", new StateMigrateCommand(invocation));
    }

    @Override
    public void run() {
        if (spec != null) {
            throw new ParameterException(spec.commandLine(), "A command of \"state\" is missing");
        }
    }
}
