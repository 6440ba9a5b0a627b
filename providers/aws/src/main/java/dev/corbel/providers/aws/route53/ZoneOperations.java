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
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.aws.client.SdkFailures;
import dev.corbel.providers.aws.resource.IdempotentCreate;
import dev.corbel.providers.aws.resource.Operations;
import dev.corbel.providers.aws.resource.Tags;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import dev.corbel.providers.kit.call.NotFound;
import dev.corbel.providers.kit.call.PartialResult;
import dev.corbel.providers.kit.call.Waiter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.route53.model.CreateHostedZoneRequest;
import software.amazon.awssdk.services.route53.model.GetHostedZoneResponse;
import software.amazon.awssdk.services.route53.model.HostedZone;

/** The calls of {@code aws_route53_zone}. */
final class ZoneOperations implements Operations {

    @Override
    public List<ReadResult> read(AwsSession session, List<ReadRequest> requests) {
        ZoneReader reader = new ZoneReader(session);
        Map<String, HostedZone> listed = requests.size() == 1 ? Map.of() : reader.all();
        List<String> there = requests.stream()
                .map(request -> new DesiredAttributes(request.prior().attributes()).required("id"))
                .filter(listed::containsKey)
                .distinct()
                .toList();
        Map<String, Map<String, String>> tags = ZoneTags.of(Route53.client(session), there);
        return session.batch().readEach(requests, request -> {
            MapValue prior = request.prior().attributes();
            String id = new DesiredAttributes(prior).required("id");
            HostedZone zone = listed.get(id);
            Optional<ObjectState> shown =
                    zone == null ? Optional.empty() : reader.showListed(zone, tags.getOrDefault(id, Map.of()), prior);
            return shown.or(() -> find(session, id, prior));
        });
    }

    private static Optional<ObjectState> find(AwsSession session, String id, MapValue known) {
        ZoneReader reader = new ZoneReader(session);
        Optional<GetHostedZoneResponse> zone = reader.find(id);
        return zone.flatMap(found -> Route53.ifFound(() -> ZoneTags.of(Route53.client(session), id))
                .map(tags -> reader.show(found, tags, known)));
    }

    @Override
    public ObjectState create(AwsSession session, CreateRequest request) throws ProviderException {
        DesiredAttributes desired = new DesiredAttributes(request.planned());
        String name = desired.required("name");
        CreateHostedZoneRequest.Builder call = CreateHostedZoneRequest.builder()
                .name(name)
                .callerReference(request.token())
                .delegationSetId(desired.text("delegation_set_id"))
                .hostedZoneConfig(config -> config.comment(desired.text("comment"))
                        .privateZone(Route53ZoneResource.isPrivate(request.planned()) ? true : null));
        desired.blocks("vpc").stream().findFirst().ifPresent(vpc -> call.vpc(new ZoneVpc(vpc, session.region()).sdk()));
        HostedZone created = IdempotentCreate.create(
                session,
                Set.of("InvalidVPCId"),
                once -> Route53.client(session)
                        .createHostedZone(call.overrideConfiguration(once).build())
                        .hostedZone(),
                () -> new ZoneReader(session).createdBy(request.token(), name));
        return finish(session, created, request);
    }

    @Override
    public Optional<ObjectState> recover(AwsSession session, CreateRequest request) throws ProviderException {
        String name = new DesiredAttributes(request.planned()).required("name");
        Optional<HostedZone> found = session.waiter(IdempotentCreate.READ_LAG)
                .poll(() -> new ZoneReader(session).createdBy(request.token(), name));
        return found.isEmpty() ? Optional.empty() : Optional.of(finish(session, found.get(), request));
    }

    private static ObjectState finish(AwsSession session, HostedZone created, CreateRequest request)
            throws ProviderException {
        ZoneReader reader = new ZoneReader(session);
        String id = Route53.plainId(created.id());
        PartialResult made = new PartialResult(SdkFailures.SDK, reader.showNew(created, request.planned()));
        try {
            return made.then(() -> settled(session, id, request));
        } catch (ProviderException failure) {
            // A new zone has other name servers, so this one stays and gets the rest later.
            throw failure.sound();
        }
    }

    private static ObjectState settled(AwsSession session, String id, CreateRequest request) throws ProviderException {
        Route53Client route53 = Route53.client(session);
        Waiter waiter = session.waiter(request.timeout().orElse(Route53.TIMEOUT));
        ZoneTags.change(route53, id, new Tags.Change(Tags.of(request.planned(), request.token()), List.of()));
        new ZoneVpcs(session, id, waiter).settle(new DesiredAttributes(request.planned()).blocks("vpc"));
        return waiter.untilPresent("the zone " + id + " to show", () -> find(session, id, request.planned()));
    }

    @Override
    public ObjectState update(AwsSession session, UpdateRequest request) throws ProviderException {
        DesiredAttributes prior = new DesiredAttributes(request.prior().attributes());
        DesiredAttributes desired = new DesiredAttributes(request.planned());
        String id = prior.required("id");
        Route53Client route53 = Route53.client(session);
        if (new ZoneReader(session).find(id).isEmpty()) {
            throw NotFound.exception("hosted zone " + id);
        }
        Waiter waiter = session.waiter(request.timeout().orElse(Route53.TIMEOUT));
        if (desired.differs("comment", prior)) {
            String comment = desired.text("comment");
            route53.updateHostedZoneComment(call -> call.id(id).comment(comment == null ? "" : comment));
        }
        if (desired.changes("vpc", prior)) {
            new ZoneVpcs(session, id, waiter).settle(desired.blocks("vpc"));
        }
        ZoneTags.change(route53, id, Tags.Change.between(prior.attributes(), request.planned()));
        return find(session, id, request.planned()).orElseThrow(() -> NotFound.exception("hosted zone " + id));
    }

    @Override
    public void delete(AwsSession session, DeleteRequest request) throws ProviderException {
        DesiredAttributes prior = new DesiredAttributes(request.prior().attributes());
        String id = prior.required("id");
        Route53Client route53 = Route53.client(session);
        Waiter waiter = session.waiter(request.timeout().orElse(Route53.TIMEOUT));
        if (prior.isTrue("force_destroy")) {
            new ZoneContents(session, id).delete(waiter);
        }
        try {
            waiter.whileRefused(
                    Route53.BUSY, () -> Route53.ifFound(() -> route53.deleteHostedZone(call -> call.id(id))));
        } catch (ProviderException failure) {
            throw failure.getCause() != null
                            && ErrorClass.code(failure.getCause()).equals("HostedZoneNotEmpty")
                    ? notEmpty(prior.required("name")).because(failure)
                    : failure;
        }
    }

    private static ProviderException notEmpty(String name) {
        return new ProviderException(Diagnostic.error(
                        "The zone \"" + name + "\" is not empty",
                        "Route 53 deletes zones only that have no records but those that every zone has. Nothing was"
                                + " deleted.")
                .withHint("Delete its records; or apply force_destroy = true first, which then deletes them with it."));
    }

    @Override
    public List<String> list(AwsSession session) {
        return new ArrayList<>(new ZoneReader(session).all().keySet());
    }

    @Override
    public Optional<ObjectState> importObject(AwsSession session, String id) {
        return find(session, id, MapValue.EMPTY);
    }
}
