package dev.corbel.providers.kit.call;

import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.diagnostic.Diagnostic;

/** The failure of a change to an object that somebody else deleted meanwhile. */
public final class NotFound {
    private NotFound() {}

    /** A failure that names the object, such as "subnet subnet-0123". */
    public static ProviderException exception(String object) {
        return new ProviderException(Diagnostic.error(
                "The " + object + " is gone", "Something else deleted it. Plan again, and it is created anew."));
    }
}
