package dev.corbel.cli.terminal;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;

/**
 * The streams, directory and variables of a command. Results go to {@code out}, progress and problems to {@code err}.
 *
 * @param directory what relative paths start from
 * @param variables the process's environment variables
 * @param terminals which of the streams are terminals
 */
public record Console(
        InputStream in,
        PrintStream out,
        PrintStream err,
        Path directory,
        Map<String, String> variables,
        Terminals terminals) {
    public Console {
        variables = Map.copyOf(variables);
    }

    /** Which of the standard streams a person looks at or types into. */
    public record Terminals(boolean in, boolean out, boolean err) {
        public static final Terminals NONE = new Terminals(false, false, false);
    }

    /** The streams of this process. */
    public static Console ofProcess(StandardOutput out) {
        return new Console(
                System.in,
                out.stream(),
                System.err,
                Path.of("").toAbsolutePath(),
                System.getenv(),
                TerminalDetection.ofProcess());
    }

    /** The same, started in another directory. */
    public Console in(Path other) {
        return new Console(in, out, err, other, variables, terminals);
    }

    /** The style of {@code out}. */
    public Style outStyle(boolean coloursAllowed) {
        return style(coloursAllowed && terminals.out());
    }

    /** The style of {@code err}. */
    public Style errStyle(boolean coloursAllowed) {
        return style(coloursAllowed && terminals.err());
    }

    /** The links of {@code out}; none where colours are refused. */
    public Hyperlinks outLinks(boolean coloursAllowed) {
        return links(outStyle(coloursAllowed));
    }

    /** The links of {@code err}; none where colours are refused. */
    public Hyperlinks errLinks(boolean coloursAllowed) {
        return links(errStyle(coloursAllowed));
    }

    private Hyperlinks links(Style style) {
        return style == Style.COLOURED && Hyperlinks.areKnown(variables) ? Hyperlinks.ALLOWED : Hyperlinks.NONE;
    }

    /** See https://no-color.org: any value but an empty one turns colours off. */
    private Style style(boolean coloured) {
        boolean refused =
                !variables.getOrDefault("NO_COLOR", "").isEmpty() || "dumb".equals(variables.getOrDefault("TERM", ""));
        return coloured && !refused ? Style.COLOURED : Style.PLAIN;
    }
}
