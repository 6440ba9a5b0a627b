package dev.corbel.providers.aws.resource;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.aws.client.Failures;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * What is there already while the rest of a call goes on. Where that fails, the failure carries the object, so that the
 * engine knows it.
 */
public record Created(ObjectState object) {

    /** The rest of a creation or an update. */
    @FunctionalInterface
    public interface Rest {
        ObjectState run() throws ProviderException;
    }

    public ObjectState then(Rest rest) throws ProviderException {
        try {
            return rest.run();
        } catch (SdkException failure) {
            throw new ProviderException(Failures.diagnose(failure), object).because(failure);
        } catch (ProviderException failure) {
            throw failure.object().isPresent()
                    ? failure
                    : new ProviderException(failure.diagnostic(), object).because(failure);
        }
    }
}
