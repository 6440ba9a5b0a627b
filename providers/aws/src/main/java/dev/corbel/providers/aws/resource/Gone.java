package dev.corbel.providers.aws.resource;

import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.diagnostic.Diagnostic;

/** Says that an object was deleted by somebody else while it was to be changed. */
public final class Gone {
    private Gone() {}

    /** A failure that names the object, such as "subnet subnet-0123". */
    public static ProviderException exception(String object) {
        return new ProviderException(Diagnostic.error(
                "The " + object + " is gone", "Something else deleted it. Plan again, and it is created anew."));
    }
}
