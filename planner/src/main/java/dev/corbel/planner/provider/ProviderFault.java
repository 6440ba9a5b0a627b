package dev.corbel.planner.provider;

import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns an exception that no provider should let out into a problem of the one instance. */
public final class ProviderFault {
    private static final Logger LOG = LoggerFactory.getLogger(ProviderFault.class);

    private ProviderFault() {}

    /** The problem to report; the log has the stack. */
    public static Diagnostic of(String provider, Address address, RuntimeException failure) {
        LOG.error("planning {} failed", address, failure);
        return Diagnostic.error(
                        "Provider \"" + provider + "\" failed while it planned " + address,
                        failure + ". It is a bug in the provider, not in the definition. The log has more.")
                .at(address);
    }
}
