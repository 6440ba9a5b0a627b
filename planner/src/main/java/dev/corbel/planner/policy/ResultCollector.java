package dev.corbel.planner.policy;

import dev.corbel.dsl.model.BuiltInPolicy;
import dev.corbel.dsl.model.Guardrails;
import dev.corbel.dsl.model.Waiver;
import dev.corbel.planner.plan.PolicyOutcome;
import dev.corbel.planner.plan.PolicyReport;
import dev.corbel.planner.plan.PolicyResult;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes results of verdicts: by their weight in this environment, and by the waivers of the day. */
final class ResultCollector {
    private final Guardrails guardrails;
    private final LocalDate asOf;
    private final Map<String, List<Waiver>> waivers;
    private final List<PolicyResult> results = new ArrayList<>();
    private final Set<Waiver> used = new HashSet<>();

    ResultCollector(Guardrails guardrails, LocalDate asOf) {
        this.guardrails = guardrails;
        this.asOf = asOf;
        this.waivers = guardrails.waivers().stream().collect(Collectors.groupingBy(Waiver::policy));
    }

    /** Takes the verdicts of one policy. What is in a component that failed for the same reason is not told again. */
    void add(String policy, List<Verdict> verdicts) {
        Set<Address> failed = new HashSet<>();
        verdicts.stream()
                .filter(verdict -> verdict.outcome() == PolicyOutcome.FAILED)
                .flatMap(verdict -> verdict.scope().stream())
                .filter(scope -> !scope.isResource())
                .forEach(failed::add);
        addEach(
                policy,
                verdicts.stream()
                        .filter(verdict -> verdict.outcome() == PolicyOutcome.PASSED
                                || verdict.scope()
                                        .filter(scope -> isWithin(scope, failed))
                                        .isEmpty())
                        .toList());
    }

    /** Takes the verdicts of one policy, all of them. */
    void addEach(String policy, List<Verdict> verdicts) {
        boolean mandatory = isMandatory(policy);
        verdicts.forEach(verdict -> results.add(result(policy, mandatory, verdict)));
    }

    private static boolean isWithin(Address scope, Set<Address> components) {
        Optional<Address> around = components.isEmpty() ? Optional.empty() : scope.parent();
        while (around.isPresent()) {
            if (components.contains(around.get())) {
                return true;
            }
            around = around.get().parent();
        }
        return false;
    }

    private boolean isMandatory(String policy) {
        boolean always = BuiltInPolicy.find(policy)
                .filter(known -> known.weight() == BuiltInPolicy.Weight.ALWAYS)
                .isPresent();
        return always || (guardrails.production() && !guardrails.advisory().contains(policy));
    }

    private PolicyResult result(String policy, boolean mandatory, Verdict verdict) {
        Optional<Waiver> waiver =
                verdict.outcome() == PolicyOutcome.PASSED ? Optional.empty() : waiver(policy, verdict);
        boolean holds = waiver.filter(
                        found -> verdict.isWaivable() && !found.until().isBefore(asOf))
                .isPresent();
        waiver.ifPresent(used::add);
        return new PolicyResult(
                policy,
                holds ? PolicyOutcome.WAIVED : verdict.outcome(),
                mandatory,
                verdict.scope(),
                verdict.message(),
                verdict.attribute(),
                verdict.range(),
                verdict.hint(),
                waiver);
    }

    /** The waiver for a verdict: one that holds, else one that is over. */
    private Optional<Waiver> waiver(String policy, Verdict verdict) {
        List<Waiver> fitting = waivers.getOrDefault(policy, List.of()).stream()
                .filter(waiver -> verdict.scope()
                        .map(waiver::covers)
                        .orElse(waiver.scope().toString().equals("**")))
                .toList();
        return fitting.stream()
                .filter(waiver -> !waiver.until().isBefore(asOf))
                .findFirst()
                .or(() -> fitting.stream().findFirst());
    }

    PolicyReport report(boolean whole) {
        List<Waiver> unused = whole
                ? guardrails.waivers().stream()
                        .filter(waiver -> !used.contains(waiver))
                        .toList()
                : List.of();
        List<Diagnostic> problems = new ArrayList<>();
        unused.forEach(waiver -> problems.add(Diagnostic.warning(
                        "A waiver of \"" + waiver.policy() + "\" lets nothing pass",
                        "Nothing in " + waiver.scope() + " fails it.")
                .withHint("Remove it.")
                .at(waiver.range())));
        if (whole) {
            guardrails.waivers().stream()
                    .filter(waiver -> waiver.scope().toString().equals("**"))
                    .forEach(waiver -> problems.add(Diagnostic.warning(
                                    "A waiver of \"" + waiver.policy() + "\" covers all of the environment",
                                    "What is added later passes as well.")
                            .withHint("Name the objects or the component that it is about.")
                            .at(waiver.range())));
        }
        return new PolicyReport(results, problems, unused, List.of(), List.of(), asOf);
    }
}
