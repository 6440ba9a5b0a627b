package dev.corbel.cli.policy;

import dev.corbel.cli.terminal.Style;
import dev.corbel.cli.terminal.Style.Ink;
import dev.corbel.cli.view.change.PolicyCounts;
import dev.corbel.dsl.model.Waiver;
import dev.corbel.planner.plan.PolicyOutcome;
import dev.corbel.planner.plan.PolicyResult;
import dev.corbel.providers.api.text.Printable;
import java.util.StringJoiner;

/** The results that did not pass, for people, and a last line that counts. */
public final class PolicyText {
    private final Style style;

    public PolicyText(Style style) {
        this.style = style;
    }

    public String render(PolicySheet sheet) {
        StringBuilder text = new StringBuilder();
        sheet.report().results().stream()
                .filter(result -> result.outcome() != PolicyOutcome.PASSED)
                .forEach(result -> result(result, text));
        return text.append(style.paint(Ink.EMPHASIS, counts(sheet)))
                .append('\n')
                .toString();
    }

    private void result(PolicyResult result, StringBuilder text) {
        String word = result.isAdvice() ? "advises" : result.outcome().text();
        Ink ink = result.isRefusal() ? Ink.REMOVED : result.isAdvice() ? Ink.CHANGED : Ink.FAINT;
        text.append(style.paint(ink, word))
                .append(" ")
                .append(result.policy())
                .append(": ")
                .append(Printable.line(result.message()))
                .append(result.range()
                        .map(range -> "  at " + range.file() + ":" + range.line())
                        .orElse(""))
                .append('\n');
        result.waiver().map(waiver -> waiver(result, waiver)).or(result::hint).ifPresent(more -> text.append("    ")
                .append(Printable.line(more))
                .append('\n'));
    }

    private static String waiver(PolicyResult result, Waiver waiver) {
        String until = result.outcome() == PolicyOutcome.WAIVED ? " until " : " that does not hold, until ";
        return waiver.category().text() + " by " + waiver.owner() + " (" + waiver.ticket() + ")" + until
                + waiver.until() + ": " + waiver.reason();
    }

    private static String counts(PolicySheet sheet) {
        StringJoiner counts = new StringJoiner(", ", "Policies: ", ".");
        counts.setEmptyValue("Policies: there is nothing that they are about.");
        PolicyCounts.of(sheet.report()).addTo(counts, "would refuse a plan", "advise", "not known before apply");
        return counts.toString();
    }
}
