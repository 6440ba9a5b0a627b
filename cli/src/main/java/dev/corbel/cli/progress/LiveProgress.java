package dev.corbel.cli.progress;

import dev.corbel.cli.terminal.Style;
import dev.corbel.cli.terminal.Style.Ink;
import dev.corbel.planner.apply.ApplyEvent;
import dev.corbel.planner.apply.ApplyListener;
import dev.corbel.planner.plan.Plan;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Tells of an apply in a terminal: what is done scrolls by, and below it stands what runs now, drawn anew with every
 * event and every tick.
 */
public final class LiveProgress implements ApplyListener, AutoCloseable {
    private static final int SHOWN = 8;
    private static final String CLEAR_BELOW = "\u001b[J";

    private final PrintStream target;
    private final Style style;
    private final int width;
    private final int total;
    private final InstantSource clock;
    private final Map<Integer, Running> running = new LinkedHashMap<>();
    private final Ticker ticker;
    private int ended;
    private int drawn;

    private record Running(String text, Instant since) {}

    /**
     * Begins to draw.
     *
     * @param width columns of the terminal
     * @param total how many operations will be told of
     */
    public LiveProgress(PrintStream target, Style style, int width, int total, InstantSource clock) {
        this.target = target;
        this.style = style;
        this.width = width;
        this.total = total;
        this.clock = clock;
        this.ticker = new Ticker(this::redraw);
    }

    /** The number of operations of a plan that will be told of. */
    public static int countOf(Plan plan) {
        return (int) plan.operations().operations().stream()
                .filter(OperationMessages::isTold)
                .count();
    }

    @Override
    public synchronized void on(ApplyEvent event) {
        boolean told = OperationMessages.isTold(event.operation());
        if (event instanceof ApplyEvent.Started) {
            if (told) {
                String text = OperationMessages.running(event.operation().kind()) + " "
                        + OperationMessages.subject(event.operation());
                running.put(event.number(), new Running(text, clock.instant()));
            }
        } else if (event instanceof ApplyEvent.Noted) {
            draw(style.paint(ink(event), OperationMessages.sentence(event)));
            return;
        } else if (!(event instanceof ApplyEvent.StillRunning)) {
            running.remove(event.number());
            ended += told ? 1 : 0;
            if (told || event instanceof ApplyEvent.Failed) {
                draw(style.paint(ink(event), OperationMessages.sentence(event)));
                return;
            }
        }
        draw("");
    }

    private synchronized void redraw() {
        if (!running.isEmpty()) {
            draw("");
        }
    }

    /** Rubs out what was drawn, writes a line that stays, and draws again what runs. */
    private void draw(String line) {
        StringBuilder text = new StringBuilder();
        erase(text);
        if (!line.isEmpty()) {
            text.append(line).append('\n');
        }
        int lines = 0;
        for (Running one : running.values()) {
            if (lines == SHOWN) {
                break;
            }
            long seconds = Duration.between(one.since(), clock.instant()).toSeconds();
            text.append(cut("  " + one.text() + (seconds > 0 ? " " + seconds + " s" : "")))
                    .append('\n');
            lines++;
        }
        if (!running.isEmpty()) {
            String count = "%d of %d done, %d running".formatted(ended, total, running.size());
            text.append(style.paint(Ink.FAINT, cut(count))).append('\n');
            lines++;
        }
        drawn = lines;
        target.print(text);
        target.flush();
    }

    private void erase(StringBuilder text) {
        if (drawn > 0) {
            text.append("\u001b[").append(drawn).append('A').append('\r').append(CLEAR_BELOW);
        }
    }

    /** A line that wraps would spoil the count of lines to rub out. */
    private String cut(String line) {
        return line.length() < width ? line : line.substring(0, Math.max(0, width - 2)) + "…";
    }

    private static Ink ink(ApplyEvent event) {
        if (event instanceof ApplyEvent.Failed) {
            return Ink.ERROR;
        }
        boolean asksForLooking = event instanceof ApplyEvent.Skipped || event instanceof ApplyEvent.Noted;
        return asksForLooking ? Ink.WARNING : Ink.ADDED;
    }

    /** Rubs out what runs and leaves the rest. */
    @Override
    public void close() {
        ticker.close();
        synchronized (this) {
            running.clear();
            draw("");
        }
    }
}
