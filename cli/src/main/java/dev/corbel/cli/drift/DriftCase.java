package dev.corbel.cli.drift;

import dev.corbel.engine.drift.DriftReport;
import dev.corbel.planner.drift.DriftKind;
import dev.corbel.planner.drift.Finding;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.text.Printable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One object as a test.
 *
 * @param group the environment with the components around the object, between dots
 * @param name the object
 * @param type the kind of the worst finding; empty where it passed
 * @param message the worst finding in words; empty where it passed
 * @param lines all findings of this outcome
 */
record DriftCase(String group, String name, Outcome outcome, String type, String message, List<String> lines) {
    /** Tests fail by drift alone; what nobody could look at is an error. */
    enum Outcome {
        FAILURE,
        ERROR,
        SKIPPED,
        PASSED;

        String element() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A case for each object of state, then one for each other thing that something was found out about. */
    static List<DriftCase> of(DriftReport report, DriftResult result) {
        Map<String, List<Finding>> byObject = new LinkedHashMap<>();
        Map<String, String> groups = new LinkedHashMap<>();
        for (Address address : report.compared()) {
            byObject.put(address.toString(), new ArrayList<>());
            groups.put(address.toString(), group(report, address));
        }
        for (Finding finding : report.findings()) {
            String object = finding.address().map(Address::toString).orElseGet(() -> FindingWords.subject(finding));
            byObject.computeIfAbsent(object, name -> new ArrayList<>()).add(finding);
            groups.computeIfAbsent(object, name -> finding.address()
                    .map(address -> group(report, address))
                    .orElse(label(report.environment())));
        }
        List<DriftCase> cases = new ArrayList<>();
        if (!report.errors().isEmpty()) {
            cases.add(ofErrors(report));
        }
        byObject.forEach(
                (object, findings) -> cases.add(of(groups.getOrDefault(object, ""), object, findings, result)));
        return cases;
    }

    private static DriftCase of(String group, String object, List<Finding> findings, DriftResult result) {
        return Stream.of(Outcome.FAILURE, Outcome.ERROR, Outcome.SKIPPED)
                .map(outcome -> new Found(
                        outcome,
                        findings.stream()
                                .filter(finding -> outcome(finding, result) == outcome)
                                .toList()))
                .filter(found -> !found.findings().isEmpty())
                .findFirst()
                .map(found -> found.in(group, object))
                .orElseGet(() -> new DriftCase(group, Printable.line(object), Outcome.PASSED, "", "", List.of()));
    }

    private static Outcome outcome(Finding finding, DriftResult result) {
        if (finding.ignored().isPresent()) {
            return Outcome.SKIPPED;
        }
        if (finding.kind() == DriftKind.UNREADABLE) {
            return Outcome.ERROR;
        }
        return finding.counts(result.least()) ? Outcome.FAILURE : Outcome.PASSED;
    }

    /** Findings of one outcome. */
    private record Found(Outcome outcome, List<Finding> findings) {
        DriftCase in(String group, String object) {
            Finding worst = findings.stream()
                    .reduce((one, other) -> one.severity().compareTo(other.severity()) >= 0 ? one : other)
                    .orElseThrow();
            return new DriftCase(
                    group,
                    Printable.line(object),
                    outcome,
                    worst.kind().text(),
                    message(worst),
                    findings.stream().map(Found::line).toList());
        }

        private static String message(Finding finding) {
            return finding.ignored()
                    .map(IgnoredWords::of)
                    .orElseGet(() -> FindingWords.title(finding) + ": " + FindingWords.line(finding));
        }

        private static String line(Finding finding) {
            return FindingWords.title(finding) + ": " + FindingWords.line(finding)
                    + finding.range()
                            .map(range -> " at " + Printable.line(range.file()) + ":" + range.line())
                            .orElse("");
        }
    }

    private static DriftCase ofErrors(DriftReport report) {
        List<String> lines = report.errors().stream()
                .map(Diagnostic::summary)
                .map(Printable::line)
                .toList();
        return new DriftCase(
                label(report.environment()),
                Printable.line(report.file()),
                Outcome.ERROR,
                "error",
                lines.get(0),
                lines);
    }

    private static String group(DriftReport report, Address address) {
        String components = address.parent()
                .map(parent -> Stream.of(parent.toString().split("/"))
                        .map(DriftCase::label)
                        .collect(Collectors.joining(".")))
                .orElse("");
        return label(report.environment()) + (components.isEmpty() ? "" : "." + components);
    }

    /** A name without the dots that part one level from the next. */
    private static String label(String name) {
        return Printable.line(name).replace('.', '_');
    }
}
