package dev.corbel.cli;

import dev.corbel.cli.command.Corbel;
import dev.corbel.cli.terminal.Console;
import dev.corbel.cli.terminal.Logs;

/** Where the process starts. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        Console console = Console.ofProcess();
        // Otherwise picocli starts the runtime of Groovy, which most commands can do without.
        System.setProperty("picocli.disable.closures", "true");
        Logs.prepare(console.variables());
        int code = Corbel.run(console, arguments);
        console.out().flush();
        console.err().flush();
        System.exit(code);
    }
}
