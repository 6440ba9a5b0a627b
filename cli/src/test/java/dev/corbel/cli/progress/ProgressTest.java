package dev.corbel.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.cli.terminal.Style;
import dev.corbel.cli.testing.SampleEvents;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final PrintStream target = new PrintStream(written, true, StandardCharsets.UTF_8);

    @Test
    void writesALinePerEventIntoAPipe() {
        PlainProgress progress = new PlainProgress(target);
        SampleEvents.all().forEach(progress::on);
        assertThat(written.toString(StandardCharsets.UTF_8)).isEqualTo("""
                        eu-central-1/orders/sim_object.main: creating
                        eu-central-1/orders/sim_object.main: waits for you
                        sim_object.other["a"]: updating
                        eu-central-1/orders/sim_object.main: still creating after 10 s
                        eu-central-1/orders/sim_object.main: created in 12 s (id s-1)
                        sim_object.other["a"]: updating failed after 0.5 s: The update was refused
                        sim_object.gone: skipped, since sim_object.other["a"] failed
                        sim_object.gone: skipped, since the run was stopped
                        """);
    }

    @Test
    void saysWhereNothingHadToBeReplacedAfterAll() {
        PlainProgress progress = new PlainProgress(target);
        SampleEvents.standing().forEach(progress::on);
        assertThat(written.toString(StandardCharsets.UTF_8)).isEqualTo("""
                        sim_object.same: nothing to change, found in 0.2 s (id s-1)
                        sim_object.same: nothing to delete, found in 0.2 s
                        sim_object.near: updated in place, since nothing needs a new object, in 0.2 s (id s-2)
                        """);
    }

    @Test
    void leavesTheSameLinesInATerminalAndNothingElse() {
        try (LiveProgress progress =
                new LiveProgress(target, Style.PLAIN, 40, 4, () -> Instant.parse("2025-01-02T03:04:05Z"))) {
            SampleEvents.all().forEach(progress::on);
        }
        String text = written.toString(StandardCharsets.UTF_8);
        assertThat(text).contains("  creating eu-central-1/orders/sim_obj…\n", "0 of 4 done, 2 running\n");
        assertThat(screen(text)).isEqualTo("""
                        eu-central-1/orders/sim_object.main: waits for you
                        eu-central-1/orders/sim_object.main: created in 12 s (id s-1)
                        sim_object.other["a"]: updating failed after 0.5 s: The update was refused
                        sim_object.gone: skipped, since sim_object.other["a"] failed
                        sim_object.gone: skipped, since the run was stopped
                        """);
    }

    /** What stands on the screen in the end: goes up and erases where the text says so. */
    private static String screen(String text) {
        StringBuilder screen = new StringBuilder();
        int position = 0;
        while (position < text.length()) {
            if (text.startsWith("\u001b[", position) && !text.startsWith("\u001b[J", position)) {
                int end = text.indexOf('A', position);
                int lines = Integer.parseInt(text.substring(position + 2, end));
                for (int i = 0; i < lines; i++) {
                    screen.setLength(screen.lastIndexOf("\n"));
                }
                screen.setLength(screen.lastIndexOf("\n") + 1);
                position = text.indexOf('J', end) + 1;
            } else {
                screen.append(text.charAt(position++));
            }
        }
        return screen.toString();
    }
}
