package dev.corbel.providers.azure.client;

import dev.corbel.clients.azure.ArmException;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.kit.call.FailureClassifier;

/** The failures of calls to Azure, for the kit. */
enum ArmFailures implements FailureClassifier {
    ARM;

    @Override
    public String service() {
        return "Azure";
    }

    @Override
    public boolean isFailure(RuntimeException thrown) {
        return thrown instanceof ArmException;
    }

    @Override
    public String code(RuntimeException failure) {
        return ((ArmException) failure).code();
    }

    @Override
    public ReadResult.Cause cause(RuntimeException failure) {
        return Failures.cause((ArmException) failure);
    }

    @Override
    public ProviderException exception(RuntimeException failure) {
        return Failures.exception((ArmException) failure);
    }
}
