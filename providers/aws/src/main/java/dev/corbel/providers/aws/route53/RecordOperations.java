package dev.corbel.providers.aws.route53;

import dev.corbel.clients.aws.ErrorClass;
import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.ReadableType.ReadRequest;
import dev.corbel.providers.api.ResourceType.CreateRequest;
import dev.corbel.providers.api.ResourceType.DeleteRequest;
import dev.corbel.providers.api.ResourceType.UpdateRequest;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.aws.client.SdkFailures;
import dev.corbel.providers.aws.resource.Operations;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import dev.corbel.providers.kit.call.NotFound;
import dev.corbel.providers.kit.call.PartialResult;
import dev.corbel.providers.kit.call.Waiter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.route53.model.Change;
import software.amazon.awssdk.services.route53.model.ChangeAction;
import software.amazon.awssdk.services.route53.model.ChangeInfo;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

/** The calls of {@code aws_route53_record}. Setting twice is setting once, so nothing needs recovery. */
final class RecordOperations implements Operations {
    /** Among other things this says that a record is there already, or that it is not. */
    private static final String REFUSED = "InvalidChangeBatch";

    @Override
    public List<ReadResult> read(AwsSession session, List<ReadRequest> requests) {
        RecordReader reader = new RecordReader(session);
        Map<String, Map<RecordId, ResourceRecordSet>> listed = reader.listed(
                requests.stream().map(request -> request.prior().attributes()).toList());
        return session.batch().readEach(requests, request -> {
            MapValue prior = request.prior().attributes();
            RecordId id = full(prior);
            Map<RecordId, ResourceRecordSet> zone = listed.getOrDefault(id.zone(), Map.of());
            return Optional.ofNullable(zone.get(id))
                    .or(() -> reader.find(id))
                    .map(set -> RecordView.show(set, id, prior));
        });
    }

    /** The id with the full name, of a record that was there once. */
    private static RecordId full(MapValue prior) {
        RecordId id = RecordId.of(prior);
        return new RecordId(id.zone(), new DesiredAttributes(prior).required("fqdn"), id.type(), id.set());
    }

    @Override
    public ObjectState create(AwsSession session, CreateRequest request) throws ProviderException {
        MapValue planned = request.planned();
        RecordReader reader = new RecordReader(session);
        RecordId given = RecordId.of(planned);
        RecordId id = given.within(
                reader.domain(given.zone()).orElseThrow(() -> NotFound.exception("hosted zone " + given.zone())));
        ResourceRecordSet set = RecordSets.of(new DesiredAttributes(planned), id);
        ObjectState object = RecordView.show(set, id, planned);
        boolean overwrite = new DesiredAttributes(planned).isTrue("allow_overwrite");
        try {
            ChangeInfo change =
                    change(session, id, overwrite ? ChangeAction.UPSERT : ChangeAction.CREATE, set, request.timeout());
            return settled(session, object, change, request.timeout());
        } catch (ProviderException failure) {
            Optional<ResourceRecordSet> present = isRefused(failure) ? reader.find(id) : Optional.empty();
            if (present.isEmpty()) {
                throw failure;
            }
            if (RecordView.show(present.get(), id, planned).equals(object)) {
                return object;
            }
            throw taken(request, id).because(failure);
        }
    }

    private static ProviderException taken(CreateRequest request, RecordId id) {
        return new ProviderException(Diagnostic.error(
                        "The record " + id.type() + " \"" + id.name() + "\" is there already",
                        "The zone " + id.zone() + " has a record of this name and type that says something else.")
                .withHint("To manage it: adopt('" + request.address() + "') { id = '" + id.text()
                        + "' }. To replace it: allow_overwrite = true."));
    }

    private static boolean isRefused(ProviderException failure) {
        return failure.getCause() != null && ErrorClass.code(failure.getCause()).equals(REFUSED);
    }

    private static ChangeInfo change(
            AwsSession session, RecordId id, ChangeAction action, ResourceRecordSet set, Optional<Duration> timeout)
            throws ProviderException {
        return waiter(session, timeout).whileRefused(Route53.BUSY, () -> Route53.client(session)
                .changeResourceRecordSets(call -> call.hostedZoneId(id.zone())
                        .changeBatch(batch -> batch.changes(Change.builder()
                                .action(action)
                                .resourceRecordSet(set)
                                .build())))
                .changeInfo());
    }

    private static Waiter waiter(AwsSession session, Optional<Duration> timeout) {
        return session.waiter(timeout.orElse(Route53.TIMEOUT));
    }

    private static ObjectState settled(
            AwsSession session, ObjectState object, ChangeInfo change, Optional<Duration> timeout)
            throws ProviderException {
        return new PartialResult(SdkFailures.SDK, object).then(() -> {
            Route53.awaitSync(session, change, waiter(session, timeout));
            return object;
        });
    }

    @Override
    public Optional<ObjectState> recover(AwsSession session, CreateRequest request) {
        return Optional.empty();
    }

    @Override
    public ObjectState update(AwsSession session, UpdateRequest request) throws ProviderException {
        RecordId id = full(request.prior().attributes());
        ResourceRecordSet set = RecordSets.of(new DesiredAttributes(request.planned()), id);
        ChangeInfo change = change(session, id, ChangeAction.UPSERT, set, request.timeout());
        return settled(session, RecordView.show(set, id, request.planned()), change, request.timeout());
    }

    /** Route 53 wants to be told what it deletes. */
    @Override
    public void delete(AwsSession session, DeleteRequest request) throws ProviderException {
        RecordId id = full(request.prior().attributes());
        RecordReader reader = new RecordReader(session);
        Optional<ResourceRecordSet> present = reader.find(id);
        if (present.isEmpty()) {
            return;
        }
        try {
            ChangeInfo change = change(session, id, ChangeAction.DELETE, present.get(), request.timeout());
            Route53.awaitSync(session, change, waiter(session, request.timeout()));
        } catch (ProviderException failure) {
            if (!isRefused(failure) || reader.find(id).isPresent()) {
                throw failure;
            }
        }
    }

    @Override
    public Set<String> listDefaults(AwsSession session, List<String> ids) {
        return new RecordReader(session).ofZones(ids);
    }

    @Override
    public List<String> list(AwsSession session) {
        return new RecordReader(session).ids();
    }

    @Override
    public Optional<ObjectState> importObject(AwsSession session, String id) throws ProviderException {
        RecordId given = RecordId.parse(id)
                .orElseThrow(() -> new ProviderException(Diagnostic.error(
                        "\"" + id + "\" is no id of a record",
                        "It must be ZONE_name_TYPE, or ZONE_name_TYPE_set, such as Z123_www.acme.example_A.")));
        RecordReader reader = new RecordReader(session);
        Optional<RecordId> full = reader.domain(given.zone()).map(given::within);
        Map<String, Value> known = new LinkedHashMap<>();
        known.put("zone_id", Value.of(given.zone()));
        known.put("name", Value.of(given.name()));
        known.put("type", Value.of(given.type()));
        String set = given.set();
        known.put("set_identifier", set == null ? Value.ofNull() : Value.of(set));
        return full.flatMap(
                found -> reader.find(found).map(record -> RecordView.show(record, found, new MapValue(known))));
    }
}
