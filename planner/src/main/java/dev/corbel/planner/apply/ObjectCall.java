package dev.corbel.planner.apply;

import dev.corbel.planner.apply.RunProviders.Access;
import dev.corbel.planner.session.ProviderCall;
import dev.corbel.planner.session.QuotedSecrets;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ResourceType;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.state.journal.Intent;
import dev.corbel.state.model.StateChange;
import dev.corbel.state.model.StateObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One call that makes, changes or deletes an object, from its intent to its result. Calls without an effect outside of
 * state are not announced; what came of them is recorded.
 */
final class ObjectCall {
    private final ExecutionContext context;
    private final Intent intent;
    private final Access access;
    private final boolean announced;

    /**
     * A call that was not made.
     *
     * @param identified the attributes that say how the object can be found again
     * @param planned empty for a deletion
     * @param template empty for a deletion
     */
    ObjectCall(
            ExecutionContext context,
            Intent.Action action,
            Address address,
            ResourceType type,
            Access access,
            MapValue identified,
            MapValue planned,
            Optional<StateObject> template,
            Optional<String> deposedKey) {
        this.context = context;
        this.access = access;
        this.announced = type.hasExternalEffect();
        this.intent = new Intent(
                context.recorder().newOperation(),
                address,
                action,
                access.stored(),
                type.identityClass(identified.fullyUnmarked()),
                planned,
                template,
                deposedKey,
                announced ? RequestDigest.of(planned) : "");
    }

    /** This operation's id, which the provider gets as its token. */
    String token() {
        return intent.operation();
    }

    /**
     * Announces the call and makes it, with what it is to replace out of its way; an interrupted one that fails stays open in the journal.
     *
     * @param secrets of the request, which a failure must not quote
     */
    <T> T run(QuotedSecrets secrets, ProviderCall<T> call) throws ProviderException {
        if (announced) {
            context.recorder().intend(intent);
        }
        QuotedSecrets hidden = secrets.and(QuotedSecrets.of(access.configuration()));
        try {
            return context.calls().run(intent.provider().key().provider(), () -> hidden.hide(call));
        } catch (ProviderException failure) {
            if (announced && failure.object().isEmpty() && context.calls().isInterrupted()) {
                throw new Recorder.AbandonedException(failure);
            }
            throw failure;
        }
    }

    /**
     * Records what a failure left. Where nobody knows whether the call had its effect, its intent stays open, and the
     * next run looks into it.
     */
    void fail(ProviderException failure, List<StateChange> left) {
        if (!announced || !failure.isUncertain()) {
            finish(left);
        }
    }

    /** Records what came of it; without an intent, together with what it replaced. */
    void finish(List<StateChange> changes) {
        if (announced) {
            context.recorder().finish(intent, changes);
        } else {
            List<StateChange> all = new ArrayList<>();
            intent.deposing().ifPresent(all::add);
            all.addAll(changes);
            context.recorder().note(all);
        }
    }
}
