package dev.corbel.cli.testing;

import dev.corbel.cli.command.Corbel;
import dev.corbel.cli.terminal.Console;
import dev.corbel.cli.terminal.Console.Terminals;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What came of running a command in this process, without the time that an apply took.
 *
 * @param out what it wrote to stdout
 * @param err what it wrote to stderr
 */
public record CommandRun(int exitCode, String out, String err) {
    private static final Pattern TIME = Pattern.compile("(?m)^((?:Apply|Destroy) .*\\.) Done in [0-9.]+ s\\.$");

    public static CommandRun in(Path directory, String... arguments) {
        return in(directory, Map.of(), "", arguments);
    }

    public static CommandRun in(Path directory, Map<String, String> variables, String input, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                directory,
                Folders.withCache(variables),
                Terminals.NONE);
        int exitCode = Corbel.run(console, arguments);
        return new CommandRun(exitCode, timeless(out), timeless(err));
    }

    private static String timeless(ByteArrayOutputStream text) {
        return TIME.matcher(text.toString(StandardCharsets.UTF_8)).replaceAll("$1");
    }
}
