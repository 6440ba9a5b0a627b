package dev.corbel.providers.aws.ec2;

import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ResourceType.CreateRequest;
import dev.corbel.providers.api.ResourceType.DeleteRequest;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import dev.corbel.providers.kit.call.Waiter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.Route;
import software.amazon.awssdk.services.ec2.model.RouteTable;

/** The calls of {@code aws_route_table}. */
final class RouteTableOperations extends TaggedOperations<RouteTable> {
    private static final Set<String> NOT_YET_KNOWN = Set.of("InvalidVpcID.NotFound");

    RouteTableOperations() {
        super("route table", Duration.ofMinutes(5), NOT_YET_KNOWN);
    }

    @Override
    RouteTableReader reader(AwsSession session) {
        return new RouteTableReader(session);
    }

    @Override
    RouteTable make(AwsSession session, CreateRequest request, AwsRequestOverrideConfiguration once) {
        return Ec2.client(session)
                .createRouteTable(call -> call.vpcId(new DesiredAttributes(request.planned()).required("vpc_id"))
                        .tagSpecifications(
                                Ec2Tags.specification(ResourceType.ROUTE_TABLE, request.planned(), request.token()))
                        .overrideConfiguration(once))
                .routeTable();
    }

    @Override
    List<String> shared() {
        return List.of("route");
    }

    @Override
    void settle(AwsSession session, RouteTable table, DesiredAttributes planned, Waiter waiter)
            throws ProviderException {
        List<RouteBlocks.Block> desired = RouteBlocks.of(planned.attributes());
        if (desired.isEmpty()) {
            return;
        }
        String id = table.routeTableId();
        RouteCalls calls = new RouteCalls(Ec2.client(session), id, waiter);
        for (Route route : Routes.written(table)) {
            if (desired.stream().noneMatch(block -> block.destination().isSameAs(Routes.destination(route)))) {
                calls.remove(route);
            }
        }
        for (RouteBlocks.Block block : desired) {
            boolean differs = !Routes.has(table, block.destination(), block.target());
            boolean isThere = Routes.to(block.destination(), table).isPresent();
            if (differs && (isThere || !calls.create(block.destination(), block.target()))) {
                calls.replace(block.destination(), block.target());
            }
        }
        waiter.until("the routes of " + id + " to show", () -> reader(session)
                .find(id)
                .filter(found -> isAsDesired(found, desired))
                .isPresent());
    }

    private static boolean isAsDesired(RouteTable table, List<RouteBlocks.Block> desired) {
        return desired.stream().allMatch(block -> Routes.has(table, block.destination(), block.target()))
                && Routes.written(table).stream().map(Routes::destination).allMatch(destination -> desired.stream()
                        .anyMatch(block -> block.destination().isSameAs(destination)));
    }

    @Override
    public void delete(AwsSession session, DeleteRequest request) throws ProviderException {
        String id = new DesiredAttributes(request.prior().attributes()).required("id");
        Ec2Client ec2 = Ec2.client(session);
        session.waiter(request.timeout().orElse(Duration.ofMinutes(5)))
                .whileRefused(
                        Ec2.STILL_IN_USE,
                        () -> Ec2.ifFound(() -> Optional.of(ec2.deleteRouteTable(call -> call.routeTableId(id)))));
    }

    @Override
    public Set<String> listDefaults(AwsSession session, List<String> ids) {
        return new Ec2Defaults(session).tables();
    }
}
