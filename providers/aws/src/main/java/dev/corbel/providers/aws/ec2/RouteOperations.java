package dev.corbel.providers.aws.ec2;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.ReadableType.Attached;
import dev.corbel.providers.api.ReadableType.Parent;
import dev.corbel.providers.api.ReadableType.ReadRequest;
import dev.corbel.providers.api.ResourceType.CreateRequest;
import dev.corbel.providers.api.ResourceType.DeleteRequest;
import dev.corbel.providers.api.ResourceType.UpdateRequest;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.aws.client.SdkFailures;
import dev.corbel.providers.aws.resource.Operations;
import dev.corbel.providers.kit.attribute.Attributes;
import dev.corbel.providers.kit.call.NotFound;
import dev.corbel.providers.kit.call.PartialResult;
import dev.corbel.providers.kit.call.Waiter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.ec2.model.Route;

/** The calls of {@code aws_route}. Setting twice is setting once, so nothing needs recovery. */
final class RouteOperations implements Operations {
    private static final Duration TIMEOUT = Duration.ofMinutes(5);

    private static RouteId id(ObjectState object) {
        return RouteId.of(object.attributes()).orElseThrow();
    }

    @Override
    public List<ReadResult> read(AwsSession session, List<ReadRequest> requests) {
        RouteReader reader = new RouteReader(session);
        return session.batch()
                .read(
                        requests,
                        request -> id(request.prior()).key(),
                        reader::list,
                        reader::find,
                        (route, request) -> reader.show(id(request.prior()), route));
    }

    @Override
    public List<Attached> listAttached(AwsSession session, List<Parent> tables) {
        return new AttachedRoutes(new RouteTableReader(session)).of(tables);
    }

    @Override
    public ObjectState create(AwsSession session, CreateRequest request) throws ProviderException {
        RouteId id = RouteId.of(request.planned()).orElseThrow();
        RouteTarget target = RouteTarget.of(request.planned()).orElseThrow();
        Waiter waiter = session.waiter(request.timeout().orElse(TIMEOUT));
        boolean isNew = new RouteCalls(Ec2.client(session), id.table(), waiter).create(id.destination(), target);
        if (!isNew) {
            Optional<RouteTarget> other = new RouteReader(session)
                    .find(id)
                    .flatMap(RouteTargetKind::target)
                    .filter(present -> !present.equals(target));
            if (other.isPresent()) {
                throw taken(request, id, other.get());
            }
        }
        ObjectState made = new Attributes(RouteResource.SCHEMA)
                .from(request.planned())
                .text("id", id.text())
                .object();
        return new PartialResult(SdkFailures.SDK, made).then(() -> shown(session, id, target, waiter));
    }

    private static ProviderException taken(CreateRequest request, RouteId id, RouteTarget other) {
        return new ProviderException(Diagnostic.error(
                        "The route table " + id.table() + " has a route to "
                                + id.destination().text() + " already",
                        "It leads through " + other.id() + ", and a table has one route to a destination.")
                .withHint("To manage it: adopt('" + request.address() + "') { id = '" + id.importId() + "' }."));
    }

    private static ObjectState shown(AwsSession session, RouteId id, RouteTarget target, Waiter waiter)
            throws ProviderException {
        RouteReader reader = new RouteReader(session);
        Route route = waiter.untilPresent("the route " + id.importId() + " to show", () -> reader.find(id)
                .filter(found ->
                        RouteTargetKind.target(found).filter(target::equals).isPresent()));
        return reader.show(id, route);
    }

    @Override
    public Optional<ObjectState> recover(AwsSession session, CreateRequest request) {
        return Optional.empty();
    }

    @Override
    public ObjectState update(AwsSession session, UpdateRequest request) throws ProviderException {
        RouteId id = id(request.prior());
        RouteTarget target = RouteTarget.of(request.planned()).orElseThrow();
        if (new RouteReader(session).find(id).isEmpty()) {
            throw NotFound.exception("route " + id.importId());
        }
        Waiter waiter = session.waiter(request.timeout().orElse(Duration.ofMinutes(2)));
        new RouteCalls(Ec2.client(session), id.table(), waiter).replace(id.destination(), target);
        return shown(session, id, target, waiter);
    }

    @Override
    public void delete(AwsSession session, DeleteRequest request) throws ProviderException {
        RouteId id = id(request.prior());
        RouteReader reader = new RouteReader(session);
        Optional<Route> route = reader.find(id);
        if (route.isEmpty()) {
            return;
        }
        Waiter waiter = session.waiter(request.timeout().orElse(TIMEOUT));
        new RouteCalls(Ec2.client(session), id.table(), waiter).remove(route.get());
        waiter.until("the route " + id.importId() + " to go", () -> reader.find(id)
                .flatMap(RouteTargetKind::target)
                .filter(target -> !target.isLocal())
                .isEmpty());
    }

    @Override
    public Set<String> listDefaults(AwsSession session, List<String> ids) {
        return new Ec2Defaults(session).routes();
    }

    @Override
    public List<String> list(AwsSession session) {
        return new RouteReader(session).importIds();
    }

    @Override
    public Optional<ObjectState> importObject(AwsSession session, String text) throws ProviderException {
        RouteId id = RouteId.parse(text)
                .orElseThrow(() -> new ProviderException(Diagnostic.error(
                        "\"" + text + "\" is no id of a route",
                        "It is a table and a destination, such as rtb-0123456789abcdef0_10.0.0.0/16.")));
        RouteReader reader = new RouteReader(session);
        return reader.find(id).map(route -> reader.show(id, route));
    }
}
