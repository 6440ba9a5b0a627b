package dev.corbel.cli.view.markdown;

import dev.corbel.cli.place.Places;
import dev.corbel.cli.view.change.AlikeChanges;
import dev.corbel.cli.view.change.ChangeCounts;
import dev.corbel.cli.view.change.ChangeKind;
import dev.corbel.cli.view.change.ChangeLines;
import dev.corbel.cli.view.change.ChangeNotes;
import dev.corbel.cli.view.change.DriftNotes;
import dev.corbel.cli.view.change.PlanMessages;
import dev.corbel.cli.view.change.PlanOutline;
import dev.corbel.cli.view.change.PolicyMessages;
import dev.corbel.cli.view.diff.DiffLine;
import dev.corbel.cli.view.markup.Markdown;
import dev.corbel.planner.plan.OutputChange;
import dev.corbel.planner.plan.Plan;
import dev.corbel.planner.plan.PlanMode;
import dev.corbel.planner.plan.ResourceChange;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A plan as a comment on a pull request: what counts first, then a table for each component, then the details to unfold. It is
 * short enough for every code host, and cut between rows. Secrets are masked.
 */
public final class PlanComment {
    /** In UTF-16 units; GitHub takes 65,536. */
    static final int MAX_LENGTH = 65_000;

    /** A change that is longer than this is left to the page. */
    private static final int MAX_CHANGE = 10_000;

    private static final String TABLE = "| | Resource | Remarks | Declared at |\n|---|---|---|---|\n";

    private final Places places;
    private final LimitedText text = new LimitedText(MAX_LENGTH);

    private PlanComment(Places places) {
        this.places = places;
    }

    /**
     * The whole comment.
     *
     * @param places of what the plan's definition declares
     */
    public static String render(Plan plan, Places places) {
        PlanComment comment = new PlanComment(places);
        comment.head(plan);
        comment.problems(plan.diagnostics());
        List<PlanOutline.Group> groups =
                plan.mode() == PlanMode.REFRESH_ONLY ? List.of() : PlanOutline.of(plan.changes());
        comment.dangers(groups);
        comment.checks(plan);
        comment.policies(plan);
        comment.drift(plan.drift());
        groups.forEach(comment::table);
        comment.outputs(plan);
        groups.forEach(comment::details);
        return comment.ended();
    }

    /** The comment where no plan came about. */
    public static String ofFailure(String environment, List<Diagnostic> problems) {
        PlanComment comment = new PlanComment(Places.NONE);
        comment.text.add(title(environment) + "**There is no plan.**\n\n");
        comment.problems(problems);
        return comment.ended();
    }

    /** Programs find the comment of an environment again by its first line. */
    private static String title(String environment) {
        return "<!-- corbel-plan " + Markdown.hidden(environment) + " -->\n### Plan of " + Markdown.code(environment)
                + "\n\n";
    }

    private void head(Plan plan) {
        StringBuilder head = new StringBuilder(title(plan.definition().environment()));
        head.append("**" + PlanMessages.summary(plan) + "**\n\n");
        PlanMessages.besides(plan).ifPresent(besides -> head.append(besides + "\n\n"));
        if (!plan.complete()) {
            head.append(PlanMessages.INCOMPLETE + "\n\n");
        }
        text.add(head.toString());
    }

    private String ended() {
        int missing = text.missing();
        return text.endedBy(
                missing == 0
                        ? ""
                        : "\n" + missing + (missing == 1 ? " row has" : " rows have")
                                + " no room here. `corbel plan --html FILE` shows all.\n");
    }

    private void problems(List<Diagnostic> problems) {
        List<Supplier<String>> rows = new ArrayList<>();
        for (Diagnostic problem : problems) {
            rows.add(() -> "- **" + (problem.isError() ? "Error" : "Warning") + "** " + Markdown.text(problem.summary())
                    + problem.range()
                            .map(range -> " at " + Markdown.code(range.toString()))
                            .orElse("")
                    + (problem.detail().isBlank() ? "" : "<br>" + Markdown.text(problem.detail()))
                    + "\n");
        }
        text.rows("#### Problems\n\n", rows, "\n");
    }

    private void dangers(List<PlanOutline.Group> groups) {
        List<Supplier<String>> rows = rows(PlanOutline.dangers(groups), Address::toString);
        text.rows("#### Look at these first\n\n" + TABLE, rows, "\n");
    }

    private void checks(Plan plan) {
        List<Supplier<String>> rows = new ArrayList<>();
        PlanMessages.checks(plan.checks()).forEach(sentence -> rows.add(() -> "- " + Markdown.text(sentence) + "\n"));
        text.rows("#### Checks\n\n", rows, "\n");
    }

    private void policies(Plan plan) {
        List<Supplier<String>> rows = new ArrayList<>();
        PolicyMessages.shown(plan)
                .forEach(result -> rows.add(() -> "- **" + PolicyMessages.word(result) + "** "
                        + Markdown.text(PolicyMessages.sentence(result)) + "\n"));
        text.rows("#### Policies\n\n", rows, "\n");
    }

    private void drift(List<ResourceChange> drift) {
        List<Supplier<String>> rows = new ArrayList<>();
        for (ResourceChange found : drift) {
            rows.add(() -> row(
                    found.after().isNull() ? "-" : "~",
                    found.address().toString(),
                    DriftNotes.of(found),
                    found.address()));
        }
        text.rows("#### Changed outside of Corbel since the last run\n\n" + TABLE, rows, "\n");
    }

    private void table(PlanOutline.Group group) {
        List<Supplier<String>> rows = rows(group.changes(), PlanOutline.Group::relative);
        String counts = ChangeCounts.of(group.changes()).words();
        text.rows("#### " + Markdown.text(group.path().title()) + ": " + counts + "\n\n" + TABLE, rows, "\n");
    }

    private List<Supplier<String>> rows(List<ResourceChange> changes, Function<Address, String> name) {
        List<Supplier<String>> rows = new ArrayList<>();
        for (AlikeChanges alike : AlikeChanges.of(changes)) {
            for (ResourceChange change : alike.shown()) {
                rows.add(() -> row(
                        ChangeKind.of(change).symbol(),
                        name.apply(change.address()),
                        ChangeNotes.of(change),
                        change.address()));
            }
            alike.more().ifPresent(more -> rows.add(() -> "| | " + Markdown.text(more) + " | | |\n"));
        }
        return rows;
    }

    private String row(String symbol, String name, String remarks, Address address) {
        String place =
                places.of(address).map(found -> Markdown.code(found.toString())).orElse("");
        return "| " + Markdown.code(symbol.strip()) + " | " + Markdown.code(name) + " | " + Markdown.text(remarks)
                + " | " + place + " |\n";
    }

    private void outputs(Plan plan) {
        List<Supplier<String>> rows = new ArrayList<>();
        plan.outputs().stream()
                .filter(OutputChange::isChange)
                .forEach(output -> rows.add(() -> lines(ChangeLines.of(output))));
        text.rows("<details><summary>Outputs</summary>\n\n<pre lang=\"diff\">", rows, "</pre>\n\n</details>\n\n");
    }

    private void details(PlanOutline.Group group) {
        List<Supplier<String>> rows = new ArrayList<>();
        for (AlikeChanges alike : AlikeChanges.of(group.changes())) {
            alike.shown().stream()
                    .filter(change -> !ChangeLines.of(change).isEmpty())
                    .forEach(change -> rows.add(() -> detail(change)));
        }
        text.rows(
                "<details><summary>" + Markdown.text(group.path().title()) + "</summary>\n\n<pre lang=\"diff\">",
                rows,
                "</pre>\n\n</details>\n\n");
    }

    private static String detail(ResourceChange change) {
        String head = ChangeKind.of(change).symbol().strip().replace('~', '!') + " "
                + Markdown.preformatted(change.address().toString()) + "\n";
        String lines = lines(ChangeLines.of(change));
        return head + (lines.length() > MAX_CHANGE ? "  (too long to be shown here)\n" : lines);
    }

    /** Marks stand in the first column, where code hosts colour them. */
    private static String lines(List<DiffLine> lines) {
        StringBuilder written = new StringBuilder();
        for (DiffLine line : lines) {
            String note = line.note().isEmpty() ? "" : "  # " + line.note();
            written.append(line.mark().symbol().replace('~', '!'))
                    .append(' ')
                    .append("    ".repeat(line.depth() + 1))
                    .append(Markdown.preformatted(line.text() + note))
                    .append('\n');
        }
        return written.toString();
    }
}
