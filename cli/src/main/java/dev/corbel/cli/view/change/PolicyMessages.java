package dev.corbel.cli.view.change;

import dev.corbel.planner.plan.Plan;
import dev.corbel.planner.plan.PolicyOutcome;
import dev.corbel.planner.plan.PolicyResult;
import dev.corbel.planner.policy.PolicyCheck;
import dev.corbel.providers.api.text.Printable;
import java.util.List;

/** The sentences about policies that a plan did not pass. */
public final class PolicyMessages {
    private PolicyMessages() {}

    /** The results to show: all that did not pass; for a definition without policies, the refusals. */
    public static List<PolicyResult> shown(Plan plan) {
        return PolicyCheck.told(plan).stream()
                .filter(result -> result.outcome() != PolicyOutcome.PASSED)
                .toList();
    }

    /** The outcome as a word. */
    public static String word(PolicyResult result) {
        return switch (result.outcome()) {
            case PASSED -> "passed";
            case FAILED, UNDETERMINED -> result.isMandatory() ? "refused" : "advises";
            case WAIVED -> "waived";
            case WAITING -> "known after apply";
        };
    }

    /** The result as a sentence on one line, without its outcome. */
    public static String sentence(PolicyResult result) {
        String waiver = result.waiver()
                .filter(held -> result.outcome() == PolicyOutcome.WAIVED)
                .map(held -> " (" + held.owner() + ", " + held.ticket() + ", until " + held.until() + ")")
                .orElse("");
        return Printable.line("policy " + result.policy() + ": " + result.message() + waiver);
    }
}
