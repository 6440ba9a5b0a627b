package dev.corbel.cli.view;

import dev.corbel.cli.terminal.Style;
import dev.corbel.cli.terminal.Style.Ink;
import dev.corbel.cli.view.diff.DiffLine;
import dev.corbel.cli.view.diff.DiffLine.Mark;
import dev.corbel.planner.plan.OutputChange;
import dev.corbel.planner.plan.Plan;
import dev.corbel.planner.plan.PlanMode;
import dev.corbel.planner.plan.ResourceChange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shows a plan to people, as text: drift, changes, outputs, checks and a last line that counts. */
public final class PlanView {
    private final Style style;
    private final StringBuilder text = new StringBuilder();

    private PlanView(Style style) {
        this.style = style;
    }

    /** The whole text; its last line is the summary, with a line break. */
    public static String render(Plan plan, Style style) {
        PlanView view = new PlanView(style);
        view.drift(plan);
        if (plan.mode() != PlanMode.REFRESH_ONLY) {
            view.changes(plan);
        }
        view.outputs(plan);
        view.checks(plan);
        view.summary(plan);
        return view.text.toString();
    }

    private void drift(Plan plan) {
        if (plan.drift().isEmpty()) {
            return;
        }
        title("Changed outside of Corbel since the last run:");
        for (ResourceChange drift : plan.drift()) {
            boolean gone = drift.after().isNull();
            String head = (gone ? "  - " : "  ~ ") + drift.address() + (gone ? "  # not found" : "");
            text.append(style.paint(gone ? Ink.REMOVED : Ink.CHANGED, head)).append('\n');
            lines(ChangeLines.ofDrift(drift));
        }
        text.append('\n');
    }

    private void changes(Plan plan) {
        List<PlanOutline.Group> groups = PlanOutline.of(plan.changes());
        for (PlanOutline.Group group : groups) {
            if (!group.title().isEmpty()) {
                title(group.title());
            }
            for (ResourceChange change : group.changes()) {
                heading(change);
                lines(ChangeLines.of(change));
            }
            text.append('\n');
        }
    }

    private void heading(ResourceChange change) {
        ChangeKind kind = ChangeKind.of(change);
        String remarks = ChangeNotes.of(change);
        String head = "%3s %s".formatted(kind.symbol(), change.address());
        text.append(style.paint(ink(kind), head));
        if (!remarks.isEmpty()) {
            text.append("  ").append(style.paint(Ink.EMPHASIS, "# " + remarks));
        }
        text.append('\n');
    }

    private void outputs(Plan plan) {
        List<OutputChange> changed =
                plan.outputs().stream().filter(OutputChange::isChange).toList();
        if (!changed.isEmpty()) {
            title("Outputs");
            changed.forEach(output -> ChangeLines.of(output).forEach(line -> line("  ", line)));
            text.append('\n');
        }
    }

    private void checks(Plan plan) {
        List<String> sentences = PlanMessages.checks(plan.checks());
        if (!sentences.isEmpty()) {
            title("Checks");
            sentences.forEach(sentence -> text.append("  ").append(sentence).append('\n'));
            text.append('\n');
        }
    }

    private void summary(Plan plan) {
        if (!plan.complete()) {
            text.append("This plan is not complete: some resources can be planned only after this one is applied.\n");
        }
        PlanMessages.besides(plan).ifPresent(besides -> text.append(besides).append('\n'));
        text.append(style.paint(Ink.EMPHASIS, PlanMessages.summary(plan))).append('\n');
    }

    private void title(String title) {
        text.append(style.paint(Ink.EMPHASIS, title)).append('\n');
    }

    private void lines(List<DiffLine> lines) {
        lines.forEach(line -> line("      ", line));
    }

    private void line(String margin, DiffLine line) {
        String indented = margin + "    ".repeat(line.depth()) + line.mark().symbol() + " " + line.text();
        Ink ink = ink(line.mark());
        text.append(ink == null ? indented : style.paint(ink, indented));
        if (!line.note().isEmpty()) {
            text.append("  ").append(style.paint(Ink.REMOVED, "# " + line.note()));
        }
        text.append('\n');
    }

    private static @Nullable Ink ink(Mark mark) {
        return switch (mark) {
            case ADD -> Ink.ADDED;
            case REMOVE -> Ink.REMOVED;
            case CHANGE -> Ink.CHANGED;
            case REMARK -> Ink.FAINT;
            case SAME -> null;
        };
    }

    private static Ink ink(ChangeKind kind) {
        return switch (kind) {
            case REPLACE_DELETE_FIRST, REPLACE_CREATE_FIRST, DELETE -> Ink.REMOVED;
            case UPDATE, FORGET, RELOCATE -> Ink.CHANGED;
            case CREATE, READ -> Ink.ADDED;
        };
    }
}
