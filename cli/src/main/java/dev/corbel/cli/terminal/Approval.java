package dev.corbel.cli.terminal;

import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Asks a person for the literal {@code yes}. */
public final class Approval {
    private final Console console;
    private final Style style;

    public Approval(Console console, Style style) {
        this.console = console;
        this.style = style;
    }

    /**
     * Asks, and returns whether the answer was {@code yes}. A {@link DiagnosticsException} where nobody can answer.
     *
     * @param question what is about to happen
     * @param hint what to do where nobody can answer
     */
    public boolean ask(String question, String hint) {
        console.err().println(style.paint(Style.Ink.EMPHASIS, question));
        console.err().print("  Only \"yes\" is taken as approval: ");
        console.err().flush();
        String answer = readLine();
        if (!console.terminals().in()) {
            console.err().println();
        }
        if (answer == null) {
            throw new DiagnosticsException(
                    Diagnostic.error("There is nobody to ask", "The input ends before an answer comes.")
                            .withHint(hint));
        }
        return answer.strip().equals("yes");
    }

    private @Nullable String readLine() {
        try {
            return new BufferedReader(new InputStreamReader(console.in(), StandardCharsets.UTF_8)).readLine();
        } catch (IOException closed) {
            return null;
        }
    }
}
