package dev.corbel.cli.drift;

import dev.corbel.engine.drift.Accepting;
import dev.corbel.engine.drift.DriftReport;
import dev.corbel.planner.drift.DriftKind;
import dev.corbel.planner.drift.DriftSeverity;
import dev.corbel.planner.drift.Finding;
import dev.corbel.planner.drift.SuppressionReason;
import dev.corbel.planner.plan.TypeListing;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.address.Step;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.SourceRange;
import dev.corbel.providers.api.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Reports with everything in them that a report can have, and with texts that mean harm. */
final class SampleDrift {
    static final String HOSTILE =
            "x%0A::error::pwn\n::stop-commands::t\r##[add-mask]<script>alert(1)</script>|`@admin #1 ](http://e.example)"
                    + "\u001b[31m\u0000\uffff]]>--><!-- {0}";

    private static final Address RULE = Address.resource("sim_object", "rule");

    private SampleDrift() {}

    static Address object(int number) {
        return new Address(List.of(new Step("region", "eu-central-1", null), new Step("app", "orders", null)))
                .child("sim_object", "many")
                .withKey(String.valueOf(number));
    }

    /** A finding of an attribute. */
    static Finding changed(Address address, DriftSeverity severity, String before, String after, int line) {
        return Finding.of(
                        DriftKind.CHANGED,
                        severity,
                        Optional.of(address),
                        address.last().type())
                .withId(Optional.of("id-1"))
                .withValues(Optional.of("value"), Value.of(before), Value.of(after))
                .at(Optional.of(SourceRange.at("environments/production.groovy", line, 1)));
    }

    /** A finding of the object as a whole. */
    static Finding of(DriftKind kind, DriftSeverity severity, Optional<Address> address, String id, String detail) {
        Finding finding = Finding.of(kind, severity, address, "sim_object")
                .withId(Optional.of(id))
                .withDetail(detail);
        return kind == DriftKind.UNREADABLE ? finding.because("permission") : finding;
    }

    /** A report in which the findings are all there is. */
    static DriftReport report(String environment, List<Address> compared, List<Finding> findings) {
        return report(environment, compared, findings, List.of());
    }

    static DriftReport report(
            String environment, List<Address> compared, List<Finding> findings, List<Diagnostic> errors) {
        return new DriftReport(
                environment,
                "environments/" + environment + ".groovy",
                "lineage-1",
                7,
                compared,
                Map.of("sqs", 3L),
                findings,
                Map.of(SuppressionReason.SAME_MEANING, 2),
                List.of(
                        new TypeListing("aws_vpc", TypeListing.Outcome.LISTED),
                        new TypeListing("aws_ecs_task_run", TypeListing.Outcome.NOT_LISTABLE)),
                Accepting.NONE,
                errors,
                errors.isEmpty() ? List.of() : List.of(Diagnostic.warning("Careful", "Details.")));
    }

    /** A report with a finding of each sort, and harmful texts wherever the cloud may put some. */
    static DriftReport everything(String environment) {
        List<Finding> findings = new ArrayList<>();
        findings.add(changed(object(1), DriftSeverity.HIGH, "before", HOSTILE, 3));
        findings.add(changed(object(1), DriftSeverity.LOW, "a", "b", 4));
        findings.add(of(DriftKind.ATTACHED, DriftSeverity.MEDIUM, Optional.of(object(2)), HOSTILE, HOSTILE));
        findings.add(of(DriftKind.ORPHAN, DriftSeverity.MEDIUM, Optional.empty(), HOSTILE, ""));
        findings.add(of(DriftKind.UNREADABLE, DriftSeverity.NOTE, Optional.of(object(3)), "id-3", HOSTILE));
        findings.add(of(DriftKind.PENDING, DriftSeverity.NOTE, Optional.of(object(9)), "id-9", "It would be made."));
        findings.add(changed(RULE, DriftSeverity.MEDIUM, "x", "y", 9)
                .ignoredBy(new Finding.IgnoredBy(
                        SuppressionReason.RULE, "drift.groovy:3", "load test", "team-a", "2027-03-31")));
        findings.add(changed(object(4), DriftSeverity.MEDIUM, "x", "y", 12)
                .withValues(
                        Optional.of("value"),
                        Value.sensitive(Value.of("hunter1")),
                        Value.sensitive(Value.of("hunter2"))));
        findings.add(of(DriftKind.VIOLATION, DriftSeverity.HIGH, Optional.of(object(5)), HOSTILE, HOSTILE)
                .ofPolicy("public-exposure"));
        findings.add(of(DriftKind.VIOLATION, DriftSeverity.LOW, Optional.of(object(5)), "id-5", "It is ours.")
                .ofPolicy("own](http"));
        return report(environment, List.of(object(1), object(2), object(3), object(4), object(5), RULE), findings);
    }

    /** A report with very many findings, of which one in a hundred is high. */
    static DriftReport many(int count) {
        List<Finding> findings = IntStream.range(0, count)
                .mapToObj(i -> changed(
                        object(i), i % 100 == 99 ? DriftSeverity.HIGH : DriftSeverity.LOW, "x", "value-" + i, i + 1))
                .toList();
        return report("production", List.of(), findings);
    }

    static DriftResult result(DriftReport... reports) {
        return new DriftResult(List.of(reports), DriftSeverity.LOW, "infra/");
    }
}
