package dev.corbel.providers.simulator;

import dev.corbel.providers.api.IdentityClass;
import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ResourceType.CreateRequest;
import java.util.Optional;

/** Finds what a creation left that was interrupted. */
final class SimObjectRecovery {
    private SimObjectRecovery() {}

    static Optional<ObjectState> recover(SimulatorSession session, CreateRequest request, IdentityClass identity)
            throws ProviderException {
        // An identity that was a secret is not known any more; the token leads to every object.
        boolean named = identity == IdentityClass.NATURAL_KEY
                && !request.planned().get(SimObjectSchema.IDENTITY).isUnknown();
        Optional<SimObject> object = named ? byName(session, request) : byToken(session, request.token());
        return object.map(SimObject::state);
    }

    private static Optional<SimObject> byName(SimulatorSession session, CreateRequest request)
            throws ProviderException {
        Optional<String> name = request.planned().text(SimObjectSchema.NAME);
        if (name.isEmpty()) {
            return Optional.empty();
        }
        Optional<SimObject> object = SimObjectReading.byName(session, name.get());
        if (object.isPresent() && !object.get().token().equals(request.token())) {
            throw Failures.nameOfAnother(name.get(), object.get().id());
        }
        return object;
    }

    private static Optional<SimObject> byToken(SimulatorSession session, String token) throws ProviderException {
        return session.perform(LoggedCall.of("list"), () -> session.store().findByToken(token));
    }
}
