package dev.corbel.engine.drift;

import dev.corbel.planner.drift.DriftKind;
import dev.corbel.planner.drift.DriftSeverity;
import dev.corbel.planner.drift.Finding;
import dev.corbel.planner.drift.SuppressionReason;
import dev.corbel.planner.plan.TypeListing;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The findings of a look at one environment.
 *
 * @param file the definition's, relative to the project
 * @param lineage of the state; empty where there is none
 * @param serial of the state
 * @param compared the objects of state that were compared, in the order of addresses
 * @param calls how many calls were made, by the names of services
 * @param findings all of them, those too that do not count, in the order of addresses
 * @param suppressed how many differences are no drift, by reason
 * @param listings of all types, in the order of their names; none where nobody asked for all objects
 * @param accepting the ways in which a definition would accept the findings that count
 * @param errors what kept the definition from being compared; then state was compared with reality alone
 * @param warnings remarks on definition and state
 */
public record DriftReport(
        String environment,
        String file,
        String lineage,
        long serial,
        List<Address> compared,
        Map<String, Long> calls,
        List<Finding> findings,
        Map<SuppressionReason, Integer> suppressed,
        List<TypeListing> listings,
        Accepting accepting,
        List<Diagnostic> errors,
        List<Diagnostic> warnings) {
    /** The exit code where something drifted. */
    public static final int DRIFT = 2;

    /** The exit code where nothing drifted as far as could be read. */
    public static final int UNREADABLE = 3;

    private static final int ERROR = 1;

    public DriftReport {
        compared = List.copyOf(compared);
        calls = Collections.unmodifiableMap(new TreeMap<>(calls));
        findings = List.copyOf(findings);
        Map<SuppressionReason, Integer> counts = new EnumMap<>(SuppressionReason.class);
        counts.putAll(suppressed);
        suppressed = Collections.unmodifiableMap(counts);
        listings = List.copyOf(listings);
        errors = List.copyOf(errors);
        warnings = List.copyOf(warnings);
    }

    /** The report on an environment that could not be looked at. */
    public static DriftReport failed(String environment, String file, List<Diagnostic> errors) {
        return new DriftReport(
                environment,
                file,
                "",
                0,
                List.of(),
                Map.of(),
                List.of(),
                Map.of(),
                List.of(),
                Accepting.NONE,
                errors,
                List.of());
    }

    /** The same with other findings. */
    public DriftReport withFindings(List<Finding> others) {
        return new DriftReport(
                environment,
                file,
                lineage,
                serial,
                compared,
                calls,
                others,
                suppressed,
                listings,
                accepting,
                errors,
                warnings);
    }

    /** Tells whether everything was compared that there is. */
    public boolean isComplete() {
        return errors.isEmpty() && unreadable() == 0;
    }

    /** How many objects of state were compared. */
    public int objects() {
        return compared.size();
    }

    /** The number of objects that could not be read. */
    public long unreadable() {
        return findings.stream()
                .filter(finding -> finding.kind() == DriftKind.UNREADABLE
                        && finding.ignored().isEmpty())
                .count();
    }

    /** The findings that are drift of at least this weight. */
    public List<Finding> counting(DriftSeverity least) {
        return findings.stream().filter(finding -> finding.counts(least)).toList();
    }

    /** The exit code of one environment: an error before drift, drift before what could not be read. */
    public int exitCode(DriftSeverity least) {
        if (!errors.isEmpty()) {
            return ERROR;
        }
        if (findings.stream().anyMatch(finding -> finding.counts(least))) {
            return DRIFT;
        }
        return unreadable() > 0 ? UNREADABLE : 0;
    }

    /** The exit code of several environments, in the same order of precedence. */
    public static int exitCode(List<DriftReport> reports, DriftSeverity least) {
        List<Integer> codes =
                reports.stream().map(report -> report.exitCode(least)).toList();
        return List.of(ERROR, DRIFT, UNREADABLE).stream()
                .filter(codes::contains)
                .findFirst()
                .orElse(0);
    }
}
