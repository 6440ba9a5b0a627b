package dev.corbel.planner.drift;

import dev.corbel.dsl.model.DefinitionPlaces;
import dev.corbel.dsl.model.Guardrails;
import dev.corbel.dsl.model.OwnPolicy;
import dev.corbel.dsl.model.Waiver;
import dev.corbel.planner.drift.Finding.IgnoredBy;
import dev.corbel.planner.plan.PolicyOutcome;
import dev.corbel.planner.plan.PolicyResult;
import dev.corbel.planner.policy.AddedObject;
import dev.corbel.planner.policy.Violation;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.value.Value;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Tells the policies that reality does not pass. Those that only advise are notes, as they refuse no plan either. */
final class PolicyComparison {
    private static final String POLICY = "policy";

    private final DefinitionPlaces places;
    private final Map<String, DriftSeverity> own = new HashMap<>();

    PolicyComparison(Guardrails guardrails, DefinitionPlaces places) {
        this.places = places;
        for (OwnPolicy policy : guardrails.own()) {
            own.put(policy.name(), DriftSeverity.valueOf(policy.severity().toUpperCase(Locale.ROOT)));
        }
    }

    Finding finding(Violation violation) {
        PolicyResult result = violation.result();
        Optional<Address> address = violation.added().map(AddedObject::parent).or(result::scope);
        String type = violation
                .added()
                .map(added -> added.object().type())
                .or(() -> result.scope().map(scope -> scope.last().type()))
                .orElse(POLICY);
        // Of an object that Corbel manages the address says which it is; the id is that of a stranger, or of no object
        // at all.
        Optional<String> id = violation
                .added()
                .map(added -> added.object().id())
                .or(() -> address.isEmpty() ? Optional.of(result.policy()) : Optional.empty());
        Optional<String> attribute = result.attribute().map(PolicyComparison::name);
        Finding finding = Finding.of(DriftKind.VIOLATION, severity(violation), address, type)
                .withId(id)
                .withValues(attribute, Value.ofNull(), Value.ofNull())
                .at(address.flatMap(at -> places.nearest(at, attribute.orElse(null)))
                        .or(result::range))
                .withDetail(detail(violation))
                .ofPolicy(result.policy());
        return result.outcome() == PolicyOutcome.WAIVED
                ? result.waiver()
                        .map(waiver -> finding.ignoredBy(ignored(waiver)))
                        .orElse(finding)
                : finding;
    }

    private DriftSeverity severity(Violation violation) {
        PolicyResult result = violation.result();
        return result.isMandatory() && !violation.isPending()
                ? own.getOrDefault(result.policy(), DriftSeverity.HIGH)
                : DriftSeverity.NOTE;
    }

    /** The attribute alone: the places of the elements of a list change from one look to the next. */
    private static String name(String path) {
        return path.split("[.\\[]", 2)[0];
    }

    private static String detail(Violation violation) {
        PolicyResult result = violation.result();
        String verb = result.isMandatory() ? "refuses" : "advises against";
        String ended = result.waiver()
                .filter(waiver -> result.outcome() != PolicyOutcome.WAIVED)
                .map(waiver -> " Its waiver ended on " + waiver.until() + ".")
                .orElse("");
        String pending = violation.isPending() ? " The next apply changes it." : "";
        return result.message() + ". The policy \"" + result.policy() + "\" " + verb + " it." + ended + pending;
    }

    private static IgnoredBy ignored(Waiver waiver) {
        return new IgnoredBy(
                SuppressionReason.WAIVER,
                waiver.range().file() + ":" + waiver.range().line(),
                waiver.reason(),
                waiver.owner(),
                waiver.until().toString());
    }
}
