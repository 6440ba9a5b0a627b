package dev.corbel.cli.command;

import dev.corbel.cli.invocation.Invocation;
import dev.corbel.cli.terminal.Console;
import dev.corbel.cli.view.DiagnosticView;
import dev.corbel.cli.view.SourceLinks;
import dev.corbel.cli.view.SourceLookup;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** Runs a command line: the one entry for the process and for whoever embeds it. */
public final class Corbel {
    private Corbel() {}

    /** Runs the command and returns its exit code: 0 fine, 1 error, 2 changes. */
    public static int run(Console console, String... arguments) {
        CorbelCommand root = new CorbelCommand();
        try (Invocation invocation = new Invocation(console, root)) {
            return run(console, root, invocation, arguments);
        }
    }

    /** Describes all commands, for manuals; none of them is to be run. */
    public static CommandLine describe(Console console) {
        CorbelCommand root = new CorbelCommand();
        CommandLine line = new CommandLine(root);
        Commands.addAll(line, new Invocation(console, root));
        return line;
    }

    /** Says that the result could not be written, and returns the exit code for that. */
    public static int unwritten(Console console, String reason) {
        Diagnostic problem = Diagnostic.error("The result could not be written to stdout", reason + ".");
        console.err()
                .print(new DiagnosticView(console.errStyle(true), SourceLookup.NONE, SourceLinks.NONE)
                        .render(List.of(problem)));
        return Failures.ERROR;
    }

    private static int run(Console console, CorbelCommand root, Invocation invocation, String... arguments) {
        CommandLine line = new CommandLine(root);
        Commands.addTo(line, invocation, arguments);
        line.setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8));
        line.setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF));
        Failures failures = new Failures(invocation);
        line.setParameterExceptionHandler(failures);
        line.setExecutionExceptionHandler(failures);
        line.setExecutionStrategy(new CommandLine.RunLast());
        try {
            return line.execute(arguments);
        } catch (StackOverflowError | OutOfMemoryError | LinkageError beyondRepair) {
            return failures.handle(beyondRepair);
        }
    }
}
