package dev.corbel.providers.aws.resource;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.aws.client.AwsSession;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads an object after a change, waiting out the time that AWS takes to show it everywhere. */
public final class Settled {
    private Settled() {}

    /**
     * The object as planned; as it is where it does not become so in the time that reads may lag.
     *
     * @param object such as {@code log group "orders"}
     * @param read asks for it
     */
    public static ObjectState read(
            AwsSession session, String object, MapValue planned, Supplier<Optional<ObjectState>> read)
            throws ProviderException {
        Optional<ObjectState> settled = new Waiter(session.context(), CallOnce.READ_LAG)
                .poll(() -> read.get().filter(found -> AsPlanned.is(found, planned)));
        return settled.isPresent() ? settled.get() : read.get().orElseThrow(() -> Gone.exception(object));
    }
}
