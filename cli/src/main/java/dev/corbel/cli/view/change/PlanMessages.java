package dev.corbel.cli.view.change;

import dev.corbel.planner.plan.CheckResult;
import dev.corbel.planner.plan.Plan;
import dev.corbel.planner.plan.PlanMode;
import dev.corbel.planner.plan.PlanSummary;
import dev.corbel.planner.plan.PolicyReport;
import dev.corbel.planner.plan.PolicyResult;
import dev.corbel.planner.policy.PolicyCheck;
import dev.corbel.providers.api.text.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;

/** The sentences about a plan as a whole. */
public final class PlanMessages {
    public static final String NO_CHANGES = "No changes. Your infrastructure matches the definition.";

    /** The sentence about a plan after which another one is needed. */
    public static final String INCOMPLETE =
            "This plan is not complete: some resources can be planned only after this one is applied.";

    private static final String NOTHING_TO_DESTROY = "No changes. There is nothing to destroy.";

    private PlanMessages() {}

    /** The last line of every view of a plan. */
    public static String summary(Plan plan) {
        PlanSummary summary = plan.summary();
        return plan.hasChanges()
                ? "Plan: %d to add, %d to change, %d to destroy."
                        .formatted(summary.add(), summary.change(), summary.destroy())
                : plan.mode() == PlanMode.DESTROY ? NOTHING_TO_DESTROY : NO_CHANGES;
    }

    /** The line about all that the summary does not count; none where there is nothing. */
    public static Optional<String> besides(Plan plan) {
        PlanSummary summary = plan.summary();
        StringJoiner besides = new StringJoiner(", ", "Besides: ", ".").setEmptyValue("");
        count(besides, summary.move(), "to move");
        count(besides, summary.adopt(), "to adopt");
        count(besides, summary.forget(), "to forget");
        if (plan.mode() == PlanMode.REFRESH_ONLY && plan.hasChanges()) {
            besides.add("state is brought up to date, nothing else happens");
        }
        return Optional.of(besides.toString()).filter(text -> !text.isEmpty());
    }

    private static void count(StringJoiner sentence, int count, String what) {
        if (count > 0) {
            sentence.add(count + " " + what);
        }
    }

    /** The line about policies; none for a definition without policies and without a refusal. */
    public static Optional<String> policies(Plan plan) {
        PolicyReport policies = plan.policies();
        boolean refused = policies.results().stream().anyMatch(PolicyResult::isRefusal);
        if (!refused && !PolicyCheck.isWanted(plan.definition().guardrails())) {
            return Optional.empty();
        }
        StringJoiner counts = new StringJoiner(
                        ", ",
                        "Policies: ",
                        ". More: corbel policy check "
                                + Printable.line(plan.definition().environment()))
                .setEmptyValue("");
        PolicyCounts.of(policies).addTo(counts, "to refuse the plan", "to advise", "to be looked at after apply");
        return Optional.of(counts.toString()).filter(text -> !text.isEmpty());
    }

    /** The lines about checks that did not pass. */
    public static List<String> checks(List<CheckResult> checks) {
        List<String> sentences = new ArrayList<>();
        for (CheckResult check : checks) {
            String name = check.name()
                    .map(label -> "check " + label)
                    .orElseGet(() -> "conditions of "
                            + check.address().map(Object::toString).orElse("?"));
            switch (check.status()) {
                case PASS -> {}
                case UNKNOWN -> sentences.add(name + ": known after apply");
                case FAIL -> check.problems().forEach(problem -> sentences.add(name + ": failed: " + problem));
                case ERROR ->
                    check.problems().forEach(problem -> sentences.add(name + ": could not be evaluated: " + problem));
            }
        }
        // A sentence takes a line, whatever is in the names and messages of a definition.
        sentences.replaceAll(Printable::line);
        return sentences;
    }
}
