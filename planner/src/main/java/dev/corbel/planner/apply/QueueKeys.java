package dev.corbel.planner.apply;

import dev.corbel.planner.apply.RunProviders.Access;
import dev.corbel.planner.plan.Operation;
import dev.corbel.planner.plan.ResourceChange;
import dev.corbel.providers.api.ConcurrencyKey;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.state.model.StateObject;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The keys for which the provider of an operation's object wants it to queue. */
final class QueueKeys {
    private static final Logger LOG = LoggerFactory.getLogger(QueueKeys.class);

    private final ExecutionContext context;

    QueueKeys(ExecutionContext context) {
        this.context = context;
    }

    /** None where the session does not open: the operation will find that out itself and say so. */
    List<ConcurrencyKey> of(Operation operation) {
        return switch (operation.kind()) {
            case CREATE, UPDATE, READ, DELETE -> ofCall(operation);
            case FORGET, EVALUATE, OUTPUT, CHECK -> List.of();
        };
    }

    private List<ConcurrencyKey> ofCall(Operation operation) {
        Address address = operation.address().orElseThrow();
        ResourceChange change = context.change(operation);
        try {
            Optional<StateObject> object = operation.kind() == Operation.Kind.DELETE
                    ? context.objects().get(address, operation.deposedKey())
                    : Optional.empty();
            Access access = object.isPresent()
                    ? context.providers().of(object.get().provider())
                    : context.providers().declared(change.provider());
            boolean planned = change.after() instanceof MapValue && object.isEmpty();
            MapValue attributes = planned
                    ? (MapValue) change.after()
                    : object.map(StateObject::attributes).orElse(MapValue.EMPTY);
            return access.session().concurrencyKeys(address.last().type(), attributes.fullyUnmarked());
        } catch (DiagnosticsException problem) {
            LOG.debug("no session for {}", address, problem);
            return List.of();
        } catch (RuntimeException crash) {
            LOG.error("provider {} names no concurrency keys for {}", change.provider(), address, crash);
            return List.of();
        }
    }
}
