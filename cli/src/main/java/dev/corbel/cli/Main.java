package dev.corbel.cli;

import dev.corbel.cli.command.Corbel;
import dev.corbel.cli.terminal.Console;
import dev.corbel.cli.terminal.Logs;
import dev.corbel.cli.terminal.StandardOutput;

/** The start of the process. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        StandardOutput output = StandardOutput.ofProcess();
        Console console = Console.ofProcess(output);
        // Otherwise picocli starts the runtime of Groovy, which most commands can do without.
        System.setProperty("picocli.disable.closures", "true");
        Logs.prepare(console.variables());
        int code = Corbel.run(console, arguments);
        int reported = output.failure()
                .map(reason -> Corbel.unwritten(console, reason))
                .orElse(code);
        console.err().flush();
        System.exit(reported);
    }
}
