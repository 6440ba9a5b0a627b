package dev.corbel.providers.aws.ec2;

import dev.corbel.clients.aws.ErrorClass;
import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.ReadableType.ReadRequest;
import dev.corbel.providers.api.ResourceType.CreateRequest;
import dev.corbel.providers.api.ResourceType.DeleteRequest;
import dev.corbel.providers.api.ResourceType.UpdateRequest;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.aws.resource.Operations;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import dev.corbel.providers.kit.call.NotFound;
import dev.corbel.providers.kit.call.Waiter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.RouteTableAssociation;

/** The calls of {@code aws_route_table_association}. Setting twice is setting once, so nothing needs recovery. */
final class RouteTableAssociationOperations implements Operations {
    private static final Duration TIMEOUT = Duration.ofMinutes(5);
    private static final String ALREADY = "Resource.AlreadyAssociated";

    /** All three may be new. */
    private static final Set<String> NOT_YET_KNOWN =
            Set.of("InvalidInternetGatewayID.NotFound", "InvalidRouteTableID.NotFound", "InvalidSubnetID.NotFound");

    @Override
    public List<ReadResult> read(AwsSession session, List<ReadRequest> requests) {
        RouteTableAssociationReader reader = new RouteTableAssociationReader(session);
        return session.batch()
                .read(
                        requests,
                        request -> RouteTableAssociationId.of(request.prior().attributes())
                                .text(),
                        reader::list,
                        id -> RouteTableAssociationId.parse(id).flatMap(reader::find),
                        (association, request) -> RouteTableAssociationReader.show(association));
    }

    @Override
    public ObjectState create(AwsSession session, CreateRequest request) throws ProviderException {
        RouteTableAssociationId id = RouteTableAssociationId.of(request.planned());
        Waiter waiter = session.waiter(request.timeout().orElse(TIMEOUT));
        Ec2Client ec2 = Ec2.client(session);
        try {
            waiter.whileRefused(
                    NOT_YET_KNOWN,
                    () -> ec2.associateRouteTable(call -> call.routeTableId(id.table())
                            .subnetId(id.isOfSubnet() ? id.follower() : null)
                            .gatewayId(id.isOfSubnet() ? null : id.follower())));
        } catch (ProviderException failure) {
            if (failure.getCause() == null
                    || !ErrorClass.code(failure.getCause()).equals(ALREADY)) {
                throw failure;
            }
        }
        Optional<RouteTableAssociation> other = new RouteTableAssociationReader(session)
                .find(id)
                .filter(found -> !found.routeTableId().equals(id.table()));
        if (other.isPresent()) {
            throw taken(request, id, other.get().routeTableId());
        }
        return shown(session, id, waiter);
    }

    private static ProviderException taken(CreateRequest request, RouteTableAssociationId id, String table) {
        return new ProviderException(Diagnostic.error(
                        id.follower() + " follows the route table " + table + " already",
                        "It can follow one table, so it cannot follow " + id.table() + " as well.")
                .withHint("To manage that association: adopt('" + request.address() + "') { id = '" + id.follower()
                        + "/" + table + "' }."));
    }

    private static ObjectState shown(AwsSession session, RouteTableAssociationId id, Waiter waiter)
            throws ProviderException {
        RouteTableAssociationReader reader = new RouteTableAssociationReader(session);
        return RouteTableAssociationReader.show(
                waiter.untilPresent(id.follower() + " to follow the route table " + id.table(), () -> reader.find(id)
                        .filter(found -> found.routeTableId().equals(id.table()))
                        .filter(RouteTableAssociationReader::isSettled)));
    }

    @Override
    public Optional<ObjectState> recover(AwsSession session, CreateRequest request) {
        return Optional.empty();
    }

    @Override
    public ObjectState update(AwsSession session, UpdateRequest request) throws ProviderException {
        RouteTableAssociationId id = RouteTableAssociationId.of(request.planned());
        Waiter waiter = session.waiter(request.timeout().orElse(Duration.ofMinutes(2)));
        RouteTableAssociation present = new RouteTableAssociationReader(session)
                .find(id)
                .orElseThrow(() -> NotFound.exception("association of " + id.follower() + " with a route table"));
        if (!present.routeTableId().equals(id.table())) {
            Ec2Client ec2 = Ec2.client(session);
            waiter.whileRefused(
                    NOT_YET_KNOWN,
                    () -> ec2.replaceRouteTableAssociation(call -> call.associationId(present.routeTableAssociationId())
                            .routeTableId(id.table())));
        }
        return shown(session, id, waiter);
    }

    @Override
    public void delete(AwsSession session, DeleteRequest request) throws ProviderException {
        String id = new DesiredAttributes(request.prior().attributes()).required("id");
        RouteTableAssociationId follower =
                RouteTableAssociationId.of(request.prior().attributes());
        Ec2Client ec2 = Ec2.client(session);
        Ec2.ifFound(() -> Optional.of(ec2.disassociateRouteTable(call -> call.associationId(id))));
        RouteTableAssociationReader reader = new RouteTableAssociationReader(session);
        session.waiter(request.timeout().orElse(TIMEOUT))
                .until("the association " + id + " to go", () -> reader.find(follower)
                        .filter(found -> found.routeTableAssociationId().equals(id))
                        .isEmpty());
    }

    @Override
    public List<String> list(AwsSession session) {
        return new RouteTableAssociationReader(session).importIds();
    }

    @Override
    public Optional<ObjectState> importObject(AwsSession session, String text) throws ProviderException {
        RouteTableAssociationId id = RouteTableAssociationId.parse(text)
                .orElseThrow(() -> new ProviderException(Diagnostic.error(
                        "\"" + text + "\" is no id of an association with a route table",
                        "It is a subnet or a gateway and a table, such as"
                                + " subnet-0123456789abcdef0/rtb-0123456789abcdef0.")));
        return new RouteTableAssociationReader(session)
                .find(id)
                .filter(found -> found.routeTableId().equals(id.table()))
                .map(RouteTableAssociationReader::show);
    }
}
