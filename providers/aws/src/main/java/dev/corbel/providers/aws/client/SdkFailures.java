package dev.corbel.providers.aws.client;

import dev.corbel.clients.aws.ErrorClass;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.kit.call.FailureClassifier;
import software.amazon.awssdk.core.exception.SdkException;

/** The failures of AWS's SDK, for the kit. */
public enum SdkFailures implements FailureClassifier {
    SDK;

    @Override
    public String service() {
        return "AWS";
    }

    @Override
    public boolean isFailure(RuntimeException thrown) {
        return thrown instanceof SdkException;
    }

    @Override
    public String code(RuntimeException failure) {
        return ErrorClass.code(failure);
    }

    @Override
    public ReadResult.Cause cause(RuntimeException failure) {
        return Failures.cause((SdkException) failure);
    }

    @Override
    public ProviderException exception(RuntimeException failure) {
        return Failures.exception((SdkException) failure);
    }
}
