package dev.corbel.providers.kit.call;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderException;

/**
 * The object that is there already while the rest of a call goes on. Where that fails, the failure carries the object, so
 * that the engine knows it.
 *
 * @param failures of the client library that the rest calls
 */
public record PartialResult(FailureClassifier failures, ObjectState object) {

    /** The rest of a creation or an update. */
    @FunctionalInterface
    public interface Rest {
        ObjectState run() throws ProviderException;
    }

    public ObjectState then(Rest rest) throws ProviderException {
        try {
            return rest.run();
        } catch (RuntimeException failure) {
            if (!failures.isFailure(failure)) {
                throw failure;
            }
            throw new ProviderException(failures.exception(failure).diagnostic(), object).because(failure);
        } catch (ProviderException failure) {
            throw failure.object().isPresent()
                    ? failure
                    : new ProviderException(failure.diagnostic(), object).because(failure);
        }
    }
}
