package dev.corbel.providers.kit.call;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.kit.attribute.PlanMatch;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads an object after a change, waiting out the time that the service takes to show it everywhere. */
public final class Propagation {
    private Propagation() {}

    /**
     * The object as planned; as it is where it does not become so in time.
     *
     * @param waiter for as long as reads may lag
     * @param object such as {@code log group "orders"}
     * @param read asks for it
     */
    public static ObjectState read(Waiter waiter, String object, MapValue planned, Supplier<Optional<ObjectState>> read)
            throws ProviderException {
        Optional<ObjectState> settled =
                waiter.poll(() -> read.get().filter(found -> PlanMatch.matches(found, planned)));
        return settled.isPresent() ? settled.get() : read.get().orElseThrow(() -> NotFound.exception(object));
    }
}
