package dev.corbel.cli.command;

import dev.corbel.cli.invocation.GlobalOptions;
import dev.corbel.cli.invocation.Version;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command without a name, and the options that every command has. */
@Command(
        name = "corbel",
        description = "Brings environments to what their definitions say.",
        synopsisSubcommandLabel = "COMMAND",
        usageHelpAutoWidth = true,
        versionProvider = Version.class,
        footer = {"", "corbel help COMMAND tells more about a command."})
final class CorbelCommand implements Runnable, GlobalOptions {
    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "-C",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "Run as if started in DIR, the directory of a project.")
    private @Nullable Path directory;

    @Option(names = "--no-color", scope = ScopeType.INHERIT, description = "Never write colours.")
    private boolean noColor;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show this help.")
    @SuppressWarnings("UnusedVariable") // picocli reads it by reflection
    private boolean help;

    @Option(names = "--version", versionHelp = true, description = "Show the versions of Corbel and Java.")
    @SuppressWarnings("UnusedVariable") // picocli reads it by reflection
    private boolean version;

    @Override
    public @Nullable Path directory() {
        return directory;
    }

    @Override
    public boolean noColor() {
        return noColor;
    }

    @Override
    public void run() {
        if (spec != null) {
            throw new ParameterException(spec.commandLine(), "A command is missing");
        }
    }
}
