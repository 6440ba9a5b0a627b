package dev.corbel.cli.view;

import dev.corbel.planner.apply.ApplyResult;
import dev.corbel.planner.apply.OperationReport;
import dev.corbel.planner.apply.OperationReport.Outcome;
import dev.corbel.planner.plan.Operation;
import dev.corbel.planner.plan.PlanMode;
import dev.corbel.providers.api.text.Printable;
import java.util.List;
import java.util.StringJoiner;

/** The end of an apply in words: what is done, and by name what failed, was skipped, or was left in flight. */
public final class ApplySummary {
    /** What was skipped follows from what failed, which is named in full. */
    private static final int MAX_SKIPPED = 10;

    private ApplySummary() {}

    /** One line that counts. */
    public static String line(ApplyResult result, PlanMode mode) {
        if (!result.succeeded()) {
            return "%s is not complete: %d added, %d changed, %d destroyed; %d failed, %d skipped%s."
                    .formatted(
                            mode == PlanMode.DESTROY ? "Destroy" : "Apply",
                            result.added(),
                            result.changed(),
                            result.destroyed(),
                            result.with(Outcome.FAILED).size(),
                            result.with(Outcome.SKIPPED).size(),
                            result.with(Outcome.IN_FLIGHT).isEmpty()
                                    ? ""
                                    : ", " + result.with(Outcome.IN_FLIGHT).size() + " in flight");
        }
        if (mode == PlanMode.DESTROY) {
            return "Destroy complete! Resources: %d destroyed.".formatted(result.destroyed());
        }
        return "Apply complete! Resources: %d added, %d changed, %d destroyed."
                .formatted(result.added(), result.changed(), result.destroyed());
    }

    /** The operations that did not come about, a line each, and the number of further ones that were skipped; empty where all did. */
    public static String unfinished(ApplyResult result) {
        StringJoiner text = new StringJoiner("\n", "", "\n").setEmptyValue("");
        add(text, "failed   ", result.with(Outcome.FAILED), Integer.MAX_VALUE);
        add(text, "in flight", result.with(Outcome.IN_FLIGHT), Integer.MAX_VALUE);
        add(text, "skipped  ", result.with(Outcome.SKIPPED), MAX_SKIPPED);
        return text.toString();
    }

    private static void add(StringJoiner text, String word, List<OperationReport> reports, int limit) {
        for (OperationReport report : reports.subList(0, Math.min(reports.size(), limit))) {
            String because = report.because()
                    .map(cause -> " (needs " + name(cause) + ")")
                    .orElse("");
            text.add("  " + word + "  " + name(report.operation()) + because);
        }
        if (reports.size() > limit) {
            text.add("  " + word + "  " + (reports.size() - limit) + " more");
        }
    }

    private static String name(Operation operation) {
        return operation.object().or(operation::name).map(Printable::line).orElse("?");
    }
}
