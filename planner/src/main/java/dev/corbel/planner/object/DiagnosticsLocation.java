package dev.corbel.planner.object;

import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.diagnostic.SourceRange;

/** Adds address and range to problems that have none. */
public final class DiagnosticsLocation {
    private DiagnosticsLocation() {}

    public static DiagnosticsException located(DiagnosticsException problems, Address address, SourceRange range) {
        return new DiagnosticsException(problems.diagnostics().stream()
                .map(problem -> located(problem, address, range))
                .toList());
    }

    private static Diagnostic located(Diagnostic problem, Address address, SourceRange range) {
        Diagnostic addressed = problem.address().isPresent() ? problem : problem.at(address);
        return addressed.range().isPresent() ? addressed : addressed.at(range);
    }
}
