package dev.corbel.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.cli.terminal.Console.Terminals;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HyperlinksTest {
    private static final Terminals TERMINAL = new Terminals(true, true, true);

    private static Hyperlinks links(Terminals terminals, boolean colours, Map<String, String> variables) {
        return new Console(
                        new ByteArrayInputStream(new byte[0]),
                        System.out,
                        System.err,
                        Path.of(""),
                        variables,
                        terminals)
                .outLinks(colours);
    }

    @Test
    void onlyTerminalsThatAreKnownToHaveThemGetLinks() {
        assertThat(links(TERMINAL, true, Map.of("TERM", "xterm-kitty"))).isEqualTo(Hyperlinks.ALLOWED);
        assertThat(links(TERMINAL, true, Map.of("TERM", "xterm-256color", "VTE_VERSION", "6800")))
                .isEqualTo(Hyperlinks.ALLOWED);
        assertThat(links(TERMINAL, true, Map.of("TERM_PROGRAM", "vscode"))).isEqualTo(Hyperlinks.ALLOWED);
        assertThat(links(TERMINAL, true, Map.of("WT_SESSION", "1"))).isEqualTo(Hyperlinks.ALLOWED);
        assertThat(links(TERMINAL, true, Map.of("TERM", "xterm-256color"))).isEqualTo(Hyperlinks.NONE);
        assertThat(links(TERMINAL, true, Map.of("TERM", "xterm", "VTE_VERSION", "4800")))
                .isEqualTo(Hyperlinks.NONE);
    }

    @Test
    void nothingElseGetsAny() {
        assertThat(links(Terminals.NONE, true, Map.of("TERM", "xterm-kitty"))).isEqualTo(Hyperlinks.NONE);
        assertThat(links(TERMINAL, false, Map.of("TERM", "xterm-kitty"))).isEqualTo(Hyperlinks.NONE);
        assertThat(links(TERMINAL, true, Map.of("TERM", "xterm-kitty", "NO_COLOR", "1")))
                .isEqualTo(Hyperlinks.NONE);
        assertThat(links(TERMINAL, true, Map.of("TERM", "dumb", "TERM_PROGRAM", "vscode")))
                .isEqualTo(Hyperlinks.NONE);
        assertThat(links(TERMINAL, true, Map.of("TERM", "screen-256color", "VTE_VERSION", "6800")))
                .isEqualTo(Hyperlinks.NONE);
    }
}
