package dev.corbel.cli.view;

import static dev.corbel.cli.view.Html.element;
import static dev.corbel.cli.view.Html.escaped;

import dev.corbel.cli.view.diff.DiffLine;
import dev.corbel.planner.plan.OutputChange;
import dev.corbel.planner.plan.Plan;
import dev.corbel.planner.plan.PlanMode;
import dev.corbel.planner.plan.ResourceChange;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/** A plan as one page for a browser, without scripts and without anything from elsewhere. Secrets are masked. */
public final class PlanPage {
    private final StringBuilder page = new StringBuilder();

    private PlanPage() {}

    public static String render(Plan plan) {
        PlanPage page = new PlanPage();
        page.head(plan);
        page.drift(plan);
        if (plan.mode() != PlanMode.REFRESH_ONLY) {
            page.changes(plan);
        }
        page.outputs(plan);
        page.checks(plan);
        page.page.append("</body>\n</html>\n");
        return page.page.toString();
    }

    private void head(Plan plan) {
        String title = "Plan of " + escaped(plan.definition().environment());
        page.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta http-equiv=\"Content-Security-Policy\" ")
                .append("content=\"default-src 'none'; style-src 'unsafe-inline'\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .append("<title>" + title + "</title>\n<style>\n" + style() + "</style>\n</head>\n<body>\n")
                .append("<h1>" + title + "</h1>\n")
                .append(element("p", "summary", escaped(PlanMessages.summary(plan))))
                .append('\n');
        PlanMessages.besides(plan).ifPresent(besides -> page.append(element("p", "note", escaped(besides)))
                .append('\n'));
        page.append(element("p", "time", "Made at " + plan.createdAt().truncatedTo(ChronoUnit.SECONDS)))
                .append('\n');
    }

    private void drift(Plan plan) {
        if (!plan.drift().isEmpty()) {
            page.append("<h2>Changed outside of Corbel since the last run</h2>\n");
            for (ResourceChange drift : plan.drift()) {
                String gone = drift.after().isNull() ? "not found" : "";
                entry("change", "~ " + drift.address(), gone, ChangeLines.ofDrift(drift), false);
            }
        }
    }

    private void changes(Plan plan) {
        for (PlanOutline.Group group : PlanOutline.of(plan.changes())) {
            String title = group.title().isEmpty() ? plan.definition().environment() : group.title();
            page.append("<h2>" + escaped(title) + "</h2>\n");
            for (ResourceChange change : group.changes()) {
                ChangeKind kind = ChangeKind.of(change);
                boolean open = kind.compareTo(ChangeKind.UPDATE) <= 0;
                String head = kind.symbol() + " " + change.address();
                entry(style(kind), head, ChangeNotes.of(change), ChangeLines.of(change), open);
            }
        }
    }

    private void entry(String style, String head, String remark, List<DiffLine> lines, boolean open) {
        String note = remark.isEmpty() ? "" : " " + element("span", "note", "# " + escaped(remark));
        page.append(open ? "<details open>" : "<details>")
                .append("<summary>" + element("span", style, escaped(head)) + note + "</summary>\n");
        lines(lines);
        page.append("</details>\n");
    }

    private void lines(List<DiffLine> lines) {
        if (lines.isEmpty()) {
            return;
        }
        page.append("<pre>");
        for (DiffLine line : lines) {
            String note = line.note().isEmpty() ? "" : "  " + element("span", "remove", "# " + escaped(line.note()));
            String text = "    ".repeat(line.depth()) + line.mark().symbol() + " " + escaped(line.text());
            page.append(element("span", line.mark().name().toLowerCase(Locale.ROOT), text))
                    .append(note)
                    .append('\n');
        }
        page.append("</pre>\n");
    }

    private void outputs(Plan plan) {
        List<OutputChange> changed =
                plan.outputs().stream().filter(OutputChange::isChange).toList();
        if (!changed.isEmpty()) {
            page.append("<h2>Outputs</h2>\n");
            changed.forEach(output -> lines(ChangeLines.of(output)));
        }
    }

    private void checks(Plan plan) {
        List<String> sentences = PlanMessages.checks(plan.checks());
        if (!sentences.isEmpty()) {
            page.append("<h2>Checks</h2>\n<ul>\n");
            sentences.forEach(
                    sentence -> page.append("<li>").append(escaped(sentence)).append("</li>\n"));
            page.append("</ul>\n");
        }
    }

    private static String style(ChangeKind kind) {
        return switch (kind) {
            case REPLACE_DELETE_FIRST, REPLACE_CREATE_FIRST, DELETE -> "remove";
            case UPDATE, FORGET, RELOCATE -> "change";
            case CREATE, READ -> "add";
        };
    }

    private static String style() {
        try (InputStream style = PlanPage.class.getResourceAsStream("plan.css")) {
            if (style == null) {
                throw new IllegalStateException("plan.css is missing");
            }
            return new String(style.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
