package dev.corbel.cli.view.change;

import dev.corbel.planner.plan.PolicyOutcome;
import dev.corbel.planner.plan.PolicyReport;
import dev.corbel.planner.plan.PolicyResult;
import java.util.StringJoiner;

/**
 * The numbers of results by what they mean for a plan.
 *
 * @param refusing those that refuse it
 * @param advising those that fail and refuse nothing
 * @param waiting those that wait for a value which applying tells
 */
public record PolicyCounts(long refusing, long advising, int waived, int waiting, int passed) {
    public static PolicyCounts of(PolicyReport report) {
        return new PolicyCounts(
                report.results().stream().filter(PolicyResult::isRefusal).count(),
                report.results().stream().filter(PolicyResult::isAdvice).count(),
                report.of(PolicyOutcome.WAIVED).size(),
                report.of(PolicyOutcome.WAITING).size(),
                report.of(PolicyOutcome.PASSED).size());
    }

    /** Adds those that are not zero to a sentence, in the words of its reader. */
    public void addTo(StringJoiner sentence, String refuse, String advise, String wait) {
        add(sentence, refusing, refuse);
        add(sentence, advising, advise);
        add(sentence, waived, "waived");
        add(sentence, waiting, wait);
        add(sentence, passed, "passed");
    }

    private static void add(StringJoiner sentence, long count, String words) {
        if (count > 0) {
            sentence.add(count + " " + words);
        }
    }
}
