package dev.corbel.providers.azure.arm;

import dev.corbel.clients.azure.ArmException;
import dev.corbel.clients.azure.CallOptions;
import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ResourceType.CreateRequest;
import dev.corbel.providers.api.ResourceType.DeleteRequest;
import dev.corbel.providers.api.ResourceType.UpdateRequest;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.kit.attribute.PlanMatch;
import dev.corbel.providers.kit.call.NotFound;
import java.time.Duration;
import java.util.Optional;

/** The calls that change objects of one type. */
final class ArmOperations {
    /** The time that a creation may take to show after a run that was killed. */
    private static final Duration READ_LAG = Duration.ofSeconds(15);

    /** The time that Azure may take until all its services know a new object. */
    private static final Duration PROPAGATION = Duration.ofMinutes(5);

    /** The time for which what used an object may hold it after its own end. */
    private static final Duration LINGERING = Duration.ofMinutes(20);

    private static final Duration USUAL = Duration.ofMinutes(30);
    private static final String FAILED = "Failed";
    private static final String CANCELED = "Canceled";

    private final ArmDefinition type;
    private final ArmDocuments documents;
    private final ArmParts parts;

    ArmOperations(ArmDefinition type) {
        this.type = type;
        documents = new ArmDocuments(type);
        parts = new ArmParts(type);
    }

    private ArmId id(ArmSession session, MapValue attributes) {
        return new ArmId(type.id()
                .id(attributes, session.subscription())
                .orElseThrow(() -> new IllegalStateException("a part of the id is missing: " + type.id())));
    }

    private String called(ArmId id) {
        return type.kind() + " " + id.name();
    }

    Optional<MapValue> find(ArmSession session, ArmId id) {
        return session.arm()
                .find(id.text(), type.apiVersion())
                .filter(document -> !type.hooks().isGone(document))
                .map(document -> type.hooks().document(session, id, document));
    }

    /** The request with what only Azure knows. */
    private CreateRequest completed(ArmSession session, CreateRequest request) throws ProviderException {
        return type.hooks()
                .complete(session, request.planned().fullyUnmarked())
                .map(whole -> new CreateRequest(request.address(), whole, request.token(), request.timeout()))
                .orElse(request);
    }

    ObjectState create(ArmSession session, CreateRequest asked) throws ProviderException {
        CreateRequest request = completed(session, asked);
        ArmId id = id(session, request.planned());
        if (request.planned().get("location").isUnknown()) {
            throw new ProviderException(Diagnostic.error(
                            "The " + called(id) + " has no location",
                            "Neither it nor provider('azure') { region = … } names a region.")
                    .withHint("Write location = '…' in " + request.address() + "."));
        }
        Optional<MapValue> there = find(session, id);
        if (there.isPresent()) {
            return taken(session, id, there.get(), request);
        }
        return make(session, id, request, true);
    }

    /** The object of this very operation, which was interrupted; any other is refused. */
    private ObjectState taken(ArmSession session, ArmId id, MapValue document, CreateRequest request)
            throws ProviderException {
        MapValue planned = request.planned();
        boolean ours = type.tags().isPresent()
                ? documents.isOf(document, request.token())
                : PlanMatch.matches(
                        documents.object(session, id, parts.with(session, id, document, planned), planned),
                        readable(planned));
        if (!ours) {
            throw new ProviderException(Diagnostic.error(
                            "The " + type.kind() + " \"" + id.name() + "\" is there already",
                            "Azure has it as " + id.text() + ", and Corbel did not create it here.")
                    .withHint("To manage it: adopt('" + request.address() + "') { id = '" + id.text() + "' }."));
        }
        MapValue settled = settled(session, id, document, request.timeout());
        return isFailed(settled)
                ? make(session, id, request, false)
                : documents.object(session, id, parts.with(session, id, settled, planned), planned);
    }

    /** The planned attributes that an object can show. */
    private MapValue readable(MapValue planned) {
        MapValue readable = planned;
        for (String name : type.definition().schema().attributes().keySet()) {
            var attribute = type.definition().schema().attribute(name);
            if (attribute != null && attribute.isWriteOnly()) {
                readable = readable.with(name, Value.ofNull());
            }
        }
        return readable;
    }

    private ObjectState make(ArmSession session, ArmId id, CreateRequest request, boolean isNew)
            throws ProviderException {
        MapValue planned = request.planned();
        MapValue body = type.hooks()
                .beforeCreate(session, id, planned.fullyUnmarked(), documents.creation(planned, request.token()));
        CallOptions options = CallOptions.within(request.timeout().orElse(USUAL));
        CallOptions sent = isNew && type.once() ? options.ifAbsent() : options;
        return guarded(session, id, planned, () -> {
            MapValue document = session.waiter(PROPAGATION)
                    .whileRefused(
                            failure -> failure instanceof ArmException refusal
                                    && type.hooks().passes(refusal),
                            () -> session.arm().put(id.text(), type.apiVersion(), parts.without(body), sent));
            parts.write(session, id, MapValue.EMPTY, planned, options);
            document = type.hooks().afterWrite(session, id, MapValue.EMPTY, planned.fullyUnmarked(), document);
            awaitReads(session, id, type.waits().present(), true);
            return asPlanned(session, id, document, MapValue.EMPTY, planned);
        });
    }

    /** The object once reads show what was written, or as they show it for a while: something else may change what is written. */
    private ObjectState asPlanned(ArmSession session, ArmId id, MapValue document, MapValue prior, MapValue planned)
            throws ProviderException {
        ObjectState written = documents.object(session, id, complete(session, id, document, planned), planned);
        MapValue wanted = changes(prior, readable(planned));
        if (PlanMatch.matches(written, wanted)) {
            return written;
        }
        return session.waiter(READ_LAG)
                .poll(() -> session.arm()
                        .find(id.text(), type.apiVersion())
                        .map(read -> documents.object(session, id, complete(session, id, read, planned), planned))
                        .filter(object -> PlanMatch.matches(object, wanted)))
                .orElse(written);
    }

    /** The planned attributes, where those that do not change may be anything: others have a part in some. */
    private static MapValue changes(MapValue prior, MapValue planned) {
        MapValue changes = planned.fullyUnmarked();
        for (String name : prior.entries().keySet()) {
            if (prior.get(name).fullyUnmarked().equals(changes.get(name))) {
                changes = changes.with(name, Value.unknown());
            }
        }
        return changes;
    }

    private MapValue complete(ArmSession session, ArmId id, MapValue document, MapValue known) {
        return parts.with(session, id, type.hooks().document(session, id, document), known);
    }

    /** A rest of a call, which may have left something behind where it fails. */
    @FunctionalInterface
    private interface Rest {
        ObjectState run() throws ProviderException;
    }

    private ObjectState guarded(ArmSession session, ArmId id, MapValue planned, Rest rest) throws ProviderException {
        try {
            return rest.run();
        } catch (RuntimeException failure) {
            if (!session.failures().isFailure(failure)) {
                throw failure;
            }
            throw withObject(session, id, planned, session.failures().exception(failure));
        } catch (ProviderException failure) {
            throw failure.object().isPresent() ? failure : withObject(session, id, planned, failure);
        }
    }

    /** The failure with what is there after it. Where nobody knows, the next run looks. */
    private ProviderException withObject(ArmSession session, ArmId id, MapValue planned, ProviderException failure) {
        if (failure.isUncertain()
                || failure.diagnostic().equals(failure.diagnostic().ofSession())) {
            return failure;
        }
        try {
            Optional<MapValue> left = find(session, id);
            return left.isEmpty()
                    ? failure
                    : new ProviderException(failure.diagnostic(), documents.object(session, id, left.get(), planned))
                            .because(failure);
        } catch (RuntimeException unanswered) {
            if (!session.failures().isFailure(unanswered)) {
                throw unanswered;
            }
            return failure;
        }
    }

    private static boolean isFailed(MapValue document) {
        return ArmDocuments.state(document)
                .filter(state -> state.equalsIgnoreCase(FAILED) || state.equalsIgnoreCase(CANCELED))
                .isPresent();
    }

    /** The document once the service is done with the object. */
    private MapValue settled(ArmSession session, ArmId id, MapValue document, Optional<Duration> timeout)
            throws ProviderException {
        if (isSettled(document)) {
            return document;
        }
        return session.waiter(timeout.orElse(USUAL))
                .untilPresent("the " + called(id) + " to be ready", () -> find(session, id)
                        .filter(ArmOperations::isSettled));
    }

    private static boolean isSettled(MapValue document) {
        return isFailed(document)
                || ArmDocuments.state(document)
                        .filter(state -> !state.equalsIgnoreCase("Succeeded"))
                        .isEmpty();
    }

    private void awaitReads(ArmSession session, ArmId id, int inARow, boolean present) throws ProviderException {
        int good = 0;
        int left = inARow * 10;
        while (good < inARow && left > 0) {
            good = find(session, id).isPresent() == present ? good + 1 : 0;
            left--;
            if (good < inARow) {
                pause(session, type.waits().pause());
            }
        }
    }

    private static void pause(ArmSession session, Duration pause) throws ProviderException {
        try {
            session.context().sleeper().sleep(pause);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ProviderException(Diagnostic.error(
                            "The wait for Azure was cancelled", "What was begun may still finish: plan again to see."))
                    .because(interrupted);
        }
    }

    Optional<ObjectState> recover(ArmSession session, CreateRequest asked) throws ProviderException {
        CreateRequest request = completed(session, asked);
        ArmId id = id(session, request.planned());
        Optional<MapValue> found = session.waiter(READ_LAG).poll(() -> find(session, id));
        return found.isEmpty() ? Optional.empty() : Optional.of(taken(session, id, found.get(), request));
    }

    ObjectState update(ArmSession session, UpdateRequest request) throws ProviderException {
        MapValue prior = request.prior().attributes();
        MapValue planned = request.planned();
        ArmId id = id(session, prior);
        CallOptions options = CallOptions.within(request.timeout().orElse(USUAL));
        return guarded(session, id, prior, () -> {
            MapValue written = type.update() == ArmDefinition.Update.PUT
                    ? rewrite(session, id, request, options)
                    : session.arm()
                            .patch(
                                    id.text(),
                                    type.apiVersion(),
                                    body(session, id, prior, planned, present(session, id)),
                                    options);
            parts.write(session, id, prior, planned, options);
            written = type.hooks().afterWrite(session, id, prior, planned.fullyUnmarked(), written);
            return asPlanned(session, id, written, prior, planned);
        });
    }

    private MapValue rewrite(ArmSession session, ArmId id, UpdateRequest request, CallOptions options)
            throws ProviderException {
        return new ArmRewrite(session, id, type.apiVersion())
                .write(
                        () -> present(session, id),
                        document -> Optional.of(
                                body(session, id, request.prior().attributes(), request.planned(), document)),
                        options);
    }

    private MapValue present(ArmSession session, ArmId id) throws ProviderException {
        return find(session, id).orElseThrow(() -> NotFound.exception(called(id)));
    }

    private MapValue body(ArmSession session, ArmId id, MapValue prior, MapValue planned, MapValue document)
            throws ProviderException {
        MapValue body = documents.change(prior, planned, document);
        return parts.without(type.hooks().beforeUpdate(session, id, prior, planned.fullyUnmarked(), body));
    }

    void delete(ArmSession session, DeleteRequest request) throws ProviderException {
        ArmId id = id(session, request.prior().attributes());
        if (!type.hooks().delete(session, id, request)) {
            CallOptions options = CallOptions.within(request.timeout().orElse(USUAL));
            session.waiter(LINGERING)
                    .whileRefused(
                            failure -> failure instanceof ArmException refusal
                                    && type.hooks().lingers(refusal),
                            () -> {
                                session.arm().delete(type.hooks().deletion(id), type.apiVersion(), options);
                                return id;
                            });
        }
        awaitReads(session, id, type.waits().absent(), false);
        type.hooks().afterDelete(session, id, request);
    }
}
