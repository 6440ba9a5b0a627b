package dev.corbel.providers.kit.call;

import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ReadResult;

/** The failures of a client library in the words of the provider contract. */
public interface FailureClassifier {

    /** The name of the service in messages, such as "AWS". */
    String service();

    /** Whether the library throws this where a call fails. Everything else is a bug, and passes through. */
    boolean isFailure(RuntimeException thrown);

    /** The service's own code, such as {@code InvalidVpcID.NotFound}; empty where it gives none. */
    String code(RuntimeException failure);

    /** The kind of failure, where it keeps an object from being read. */
    default ReadResult.Cause cause(RuntimeException failure) {
        return ReadResult.Cause.FAILED;
    }

    /** The failure as the contract has it: uncertain where the call may have had its effect, with the cause. */
    ProviderException exception(RuntimeException failure);
}
