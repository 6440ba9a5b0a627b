package dev.corbel.planner.apply;

import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.SourceRange;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns what providers throw into failures of operations. */
final class ProviderFailures {
    private static final Logger LOG = LoggerFactory.getLogger(ProviderFailures.class);

    private ProviderFailures() {}

    static OperationFailure of(ProviderException failure, Address address, Optional<SourceRange> range) {
        return of(failure, Optional.empty(), address, range);
    }

    /**
     * Turns a failure into one of an operation.
     *
     * @param advice takes the place of the provider's
     */
    static OperationFailure of(
            ProviderException failure, Optional<String> advice, Address address, Optional<SourceRange> range) {
        LOG.debug("a call for {} failed", address, failure);
        Diagnostic diagnostic = advice.map(failure.diagnostic()::withHint).orElseGet(failure::diagnostic);
        Diagnostic addressed = diagnostic.address().isPresent() ? diagnostic : diagnostic.at(address);
        boolean placed = addressed.range().isPresent() || range.isEmpty();
        return new OperationFailure(placed ? addressed : addressed.at(range.get())).because(failure);
    }

    /** A provider threw what it must not throw. */
    static ProviderException crash(String provider, RuntimeException crash) {
        LOG.error("provider {} crashed", provider, crash);
        return ProviderException.uncertain(Diagnostic.error(
                        "Provider \"" + provider + "\" crashed: " + crash,
                        "This is a bug in the provider, not in the definition. Whether the call had an effect is not"
                                + " known."))
                .because(crash);
    }
}
