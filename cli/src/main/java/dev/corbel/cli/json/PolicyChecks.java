package dev.corbel.cli.json;

import dev.corbel.planner.plan.CheckResult;
import dev.corbel.planner.plan.Plan;
import dev.corbel.planner.plan.PolicyOutcome;
import dev.corbel.planner.plan.PolicyResult;
import dev.corbel.planner.policy.PolicyCheck;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The results of policies as checks, the form in which Terraform's plan has such: one for each policy, with all its problems. */
final class PolicyChecks {
    private PolicyChecks() {}

    /** The checks and the policies of a plan; of a definition that uses no policies, those alone that refuse it. */
    static List<CheckResult> of(Plan plan) {
        List<CheckResult> all = new ArrayList<>(plan.checks());
        Map<String, List<PolicyResult>> policies = new LinkedHashMap<>();
        PolicyCheck.told(plan).forEach(result -> policies.computeIfAbsent(result.policy(), name -> new ArrayList<>())
                .add(result));
        policies.forEach((name, results) -> all.add(new CheckResult(
                Optional.of("policy " + name),
                Optional.empty(),
                status(results),
                results.stream()
                        .filter(PolicyChecks::isBad)
                        .map(PolicyResult::message)
                        .toList())));
        return all;
    }

    private static boolean isBad(PolicyResult result) {
        return result.isRefusal() || result.isAdvice();
    }

    private static CheckResult.Status status(List<PolicyResult> results) {
        if (results.stream().anyMatch(result -> result.outcome() == PolicyOutcome.FAILED)) {
            return CheckResult.Status.FAIL;
        }
        if (results.stream().anyMatch(result -> result.outcome() == PolicyOutcome.UNDETERMINED)) {
            return CheckResult.Status.ERROR;
        }
        return results.stream().anyMatch(result -> result.outcome() == PolicyOutcome.WAITING)
                ? CheckResult.Status.UNKNOWN
                : CheckResult.Status.PASS;
    }
}
