package dev.corbel.cli.command.policy;

import dev.corbel.cli.invocation.Invocation;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "policy",
        synopsisSubcommandLabel = "COMMAND",
        description = "Hold an environment to policies, and report on them.")
public final class PolicyCommand implements Runnable {
    private final Invocation invocation;

    @Spec
    private @Nullable CommandSpec spec;

    public PolicyCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    /** Adds the commands below this one. */
    public void addTo(CommandLine line) {
        line.addSubcommand("check", new PolicyCheckCommand(invocation));
        line.addSubcommand("report", new PolicyReportCommand(invocation));
        line.addSubcommand("list", new PolicyListCommand(invocation));
        line.addSubcommand("explain", new PolicyExplainCommand(invocation));
    }

    @Override
    public void run() {
        if (spec != null) {
            throw new ParameterException(spec.commandLine(), "A command of \"policy\" is missing");
        }
    }
}
