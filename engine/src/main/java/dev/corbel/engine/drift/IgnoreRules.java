package dev.corbel.engine.drift;

import dev.corbel.dsl.model.IgnoredDrift;
import dev.corbel.dsl.model.PolicyCode;
import dev.corbel.planner.drift.DriftKind;
import dev.corbel.planner.drift.DriftSeverity;
import dev.corbel.planner.drift.Finding;
import dev.corbel.planner.drift.Finding.IgnoredBy;
import dev.corbel.planner.drift.SuppressionReason;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.value.Value;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The rules of a definition that keep drift from counting, on one day. */
final class IgnoreRules {
    /** Days before the end of a rule on which it is told. */
    private static final int NOTICE = 14;

    private final List<IgnoredDrift> rules;
    private final LocalDate today;
    private final Set<IgnoredDrift> used = new HashSet<>();

    IgnoreRules(List<IgnoredDrift> rules, LocalDate today) {
        this.rules = rules;
        this.today = today;
    }

    /** The findings, those that a rule ignores marked, with one for each rule that is over, ends soon, or ignores nothing. */
    List<Finding> applied(List<Finding> findings) {
        List<Finding> applied = new ArrayList<>();
        for (Finding finding : findings) {
            applied.add(ruleFor(finding)
                    .map(rule -> finding.ignoredBy(new IgnoredBy(
                            SuppressionReason.RULE,
                            rule.range().file() + ":" + rule.range().line(),
                            rule.reason(),
                            rule.owner(),
                            rule.until().toString())))
                    .orElse(finding));
        }
        rules.forEach(rule -> remark(rule).ifPresent(applied::add));
        return applied;
    }

    private Optional<IgnoredDrift> ruleFor(Finding finding) {
        Optional<IgnoredDrift> found = rules.stream()
                .filter(rule -> !rule.until().isBefore(today) && isAbout(rule, finding))
                .findFirst();
        found.ifPresent(used::add);
        return found;
    }

    private static boolean isAbout(IgnoredDrift rule, Finding finding) {
        Collection<String> kinds = rule.kinds().isEmpty() ? IgnoredDrift.KINDS : rule.kinds();
        return kinds.contains(finding.kind().text())
                && address(finding).filter(rule.scope()::matches).isPresent()
                && (rule.attribute().isEmpty() || rule.attribute().equals(finding.attribute()))
                && rule.when().map(condition -> condition.holds(view(finding))).orElse(true);
    }

    /** A finding as the code of a rule sees it. */
    private static PolicyCode.View view(Finding finding) {
        return new PolicyCode.View(
                "it",
                Map.of(
                        "kind", () -> finding.kind().text(),
                        "severity", () -> finding.severity().text(),
                        "type", finding::type,
                        "address", () -> text(finding.address()),
                        "id", () -> text(finding.id()),
                        "attribute", () -> text(finding.attribute()),
                        "before", finding::before,
                        "after", finding::after),
                Map.of());
    }

    private static Value text(Optional<?> part) {
        return part.map(known -> Value.of(known.toString())).orElseGet(Value::ofNull);
    }

    /** What is in no state has no address; its type and id stand for one. */
    private static Optional<Address> address(Finding finding) {
        return finding.address().or(() -> finding.id().map(id -> Address.resource(finding.type(), id)));
    }

    private Optional<Finding> remark(IgnoredDrift rule) {
        long left = ChronoUnit.DAYS.between(today, rule.until());
        if (left < 0) {
            return Optional.of(finding(
                    rule,
                    DriftKind.EXPIRED_RULE,
                    DriftSeverity.LOW,
                    "It held until " + rule.until() + ". Its owner is " + rule.owner() + "."));
        }
        if (!used.contains(rule)) {
            return Optional.of(finding(
                    rule,
                    DriftKind.UNUSED_RULE,
                    DriftSeverity.NOTE,
                    "Take it away, or correct its scope. Its owner is " + rule.owner() + "."));
        }
        return Optional.empty();
    }

    /** The rules that end soon, as sentences. */
    List<String> endingSoon() {
        return used.stream()
                .filter(rule -> ChronoUnit.DAYS.between(today, rule.until()) < NOTICE)
                .map(rule -> "The rule at " + rule.range().file() + ":"
                        + rule.range().line() + " holds until " + rule.until() + ". Its owner is " + rule.owner() + ".")
                .sorted()
                .toList();
    }

    private static Finding finding(IgnoredDrift rule, DriftKind kind, DriftSeverity severity, String detail) {
        return Finding.of(kind, severity, Optional.empty(), "ignoreDrift")
                .withId(Optional.of(rule.scope().toString()))
                .withValues(rule.attribute(), Value.ofNull(), Value.ofNull())
                .at(Optional.of(rule.range()))
                .withDetail(detail);
    }
}
