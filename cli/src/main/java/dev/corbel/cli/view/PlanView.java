package dev.corbel.cli.view;

import dev.corbel.cli.terminal.Style;
import dev.corbel.cli.terminal.Style.Ink;
import dev.corbel.cli.view.change.AlikeChanges;
import dev.corbel.cli.view.change.ChangeCounts;
import dev.corbel.cli.view.change.ChangeKind;
import dev.corbel.cli.view.change.ChangeLines;
import dev.corbel.cli.view.change.ChangeNotes;
import dev.corbel.cli.view.change.ComponentPath;
import dev.corbel.cli.view.change.PlanMessages;
import dev.corbel.cli.view.change.PlanOutline;
import dev.corbel.cli.view.diff.DiffLine;
import dev.corbel.cli.view.diff.DiffLine.Mark;
import dev.corbel.planner.plan.OutputChange;
import dev.corbel.planner.plan.Plan;
import dev.corbel.planner.plan.PlanMode;
import dev.corbel.planner.plan.ResourceChange;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Shows a plan to people, as text: drift, a summary of the components, changes, outputs, checks and a last line that counts. */
public final class PlanView {
    private final Style style;
    private final PlanLinks links;
    private final StringBuilder text = new StringBuilder();

    private PlanView(Style style, PlanLinks links) {
        this.style = style;
        this.links = links;
    }

    /** The whole text; its last line is the summary, with a line break. */
    public static String render(Plan plan, Style style, PlanLinks links) {
        PlanView view = new PlanView(style, links);
        view.drift(plan);
        List<PlanOutline.Group> groups = groups(plan);
        if (groups.size() > 1) {
            view.components(groups);
        }
        groups.forEach(view::group);
        view.outputs(plan);
        view.checks(plan);
        view.summary(plan);
        return view.text.toString();
    }

    /** The counts by component and the last lines, without the changes. */
    public static String summary(Plan plan, Style style) {
        PlanView view = new PlanView(style, PlanLinks.NONE);
        List<PlanOutline.Group> groups = groups(plan);
        if (!groups.isEmpty()) {
            view.components(groups);
        }
        view.summary(plan);
        return view.text.toString();
    }

    private static List<PlanOutline.Group> groups(Plan plan) {
        return plan.mode() == PlanMode.REFRESH_ONLY ? List.of() : PlanOutline.of(plan.changes());
    }

    private void drift(Plan plan) {
        if (plan.drift().isEmpty()) {
            return;
        }
        title("Changed outside of Corbel since the last run:");
        for (ResourceChange drift : plan.drift()) {
            boolean gone = drift.after().isNull();
            String name = links.link(drift.address(), drift.address().toString());
            String head = (gone ? "  - " : "  ~ ") + name + (gone ? "  # not found" : "");
            text.append(style.paint(gone ? Ink.REMOVED : Ink.CHANGED, head)).append('\n');
            lines(ChangeLines.ofDrift(drift));
        }
        text.append('\n');
    }

    private void components(List<PlanOutline.Group> groups) {
        Map<ComponentPath, ChangeCounts> totals = PlanOutline.totals(groups);
        int width = totals.keySet().stream()
                .mapToInt(path -> indented(path).length())
                .max()
                .orElse(0);
        title("Summary");
        totals.forEach((path, counts) -> {
            String name = indented(path);
            text.append(name)
                    .append(" ".repeat(width - name.length() + 2))
                    .append(counts.words())
                    .append('\n');
        });
        text.append('\n');
    }

    private static String indented(ComponentPath path) {
        return "  ".repeat(Math.max(1, path.steps().size())) + path.name();
    }

    private void group(PlanOutline.Group group) {
        if (!group.path().steps().isEmpty()) {
            title(group.path().title());
        }
        for (AlikeChanges alike : AlikeChanges.of(group.changes())) {
            for (ResourceChange change : alike.shown()) {
                heading(change);
                lines(ChangeLines.of(change));
            }
            alike.more().ifPresent(more -> text.append(style.paint(Ink.FAINT, "      # " + more))
                    .append('\n'));
        }
        text.append('\n');
    }

    private void heading(ResourceChange change) {
        ChangeKind kind = ChangeKind.of(change);
        String remarks = ChangeNotes.of(change);
        String name = links.link(change.address(), change.address().toString());
        text.append(style.paint(ink(kind), "%3s %s".formatted(kind.symbol(), name)));
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
            text.append(PlanMessages.INCOMPLETE).append('\n');
        }
        PlanMessages.policies(plan).ifPresent(policies -> text.append(policies).append('\n'));
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
        return switch (kind.tone()) {
            case REMOVE -> Ink.REMOVED;
            case CHANGE -> Ink.CHANGED;
            case ADD -> Ink.ADDED;
        };
    }
}
