package dev.corbel.providers.aws.ec2;

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
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import dev.corbel.providers.kit.call.NotFound;
import dev.corbel.providers.kit.call.PartialResult;
import dev.corbel.providers.kit.call.Waiter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.CreateVpcEndpointRequest;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.UnsuccessfulItem;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;

/** The calls of {@code aws_vpc_endpoint}. */
final class VpcEndpointOperations implements Operations {
    /** What has just been created is not known to every part of EC2. */
    private static final Set<String> NOT_YET_KNOWN = Set.of(
            "InvalidVpcID.NotFound",
            "InvalidVpcId.NotFound",
            "InvalidSubnetID.NotFound",
            "InvalidSubnetId.NotFound",
            "InvalidRouteTableId.NotFound",
            "InvalidGroup.NotFound",
            "InvalidSecurityGroupId.NotFound");

    private static final Set<String> AT_WORK = Set.of("pending", "partial");
    private static final Set<String> REFUSED = Set.of("failed", "rejected", "expired");

    @Override
    public List<ReadResult> read(AwsSession session, List<ReadRequest> requests) {
        VpcEndpointReader reader = new VpcEndpointReader(session);
        return session.batch()
                .read(
                        requests,
                        reader::list,
                        reader::find,
                        (endpoint, request) ->
                                reader.show(endpoint, request.prior().attributes()));
    }

    @Override
    public ObjectState create(AwsSession session, CreateRequest request) throws ProviderException {
        DesiredAttributes desired = new DesiredAttributes(request.planned());
        CreateVpcEndpointRequest.Builder call = CreateVpcEndpointRequest.builder()
                .vpcId(desired.required("vpc_id"))
                .serviceName(desired.required("service_name"))
                .serviceRegion(desired.text("service_region"))
                .vpcEndpointType(desired.required("vpc_endpoint_type"))
                .policyDocument(desired.text("policy"))
                .privateDnsEnabled(desired.flag("private_dns_enabled"))
                .ipAddressType(desired.text("ip_address_type"))
                .dnsOptions(VpcEndpointChange.dnsOptions(desired))
                .clientToken(request.token())
                .tagSpecifications(
                        Ec2Tags.specification(ResourceType.VPC_ENDPOINT, request.planned(), request.token()));
        if (!desired.texts("route_table_ids").isEmpty()) {
            call.routeTableIds(desired.texts("route_table_ids"));
        }
        if (!desired.texts("subnet_ids").isEmpty()) {
            call.subnetIds(desired.texts("subnet_ids"));
        }
        if (!desired.texts("security_group_ids").isEmpty()) {
            call.securityGroupIds(desired.texts("security_group_ids"));
        }
        VpcEndpoint endpoint = IdempotentCreate.create(
                session,
                NOT_YET_KNOWN,
                once -> Ec2.client(session)
                        .createVpcEndpoint(call.overrideConfiguration(once).build())
                        .vpcEndpoint(),
                () -> new VpcEndpointReader(session).createdBy(request.token()));
        return finish(session, endpoint, request);
    }

    @Override
    public Optional<ObjectState> recover(AwsSession session, CreateRequest request) throws ProviderException {
        VpcEndpointReader reader = new VpcEndpointReader(session);
        Optional<VpcEndpoint> found =
                session.waiter(IdempotentCreate.READ_LAG).poll(() -> reader.createdBy(request.token()));
        return found.isEmpty() ? Optional.empty() : Optional.of(finish(session, found.get(), request));
    }

    private static ObjectState finish(AwsSession session, VpcEndpoint endpoint, CreateRequest request)
            throws ProviderException {
        VpcEndpointReader reader = new VpcEndpointReader(session);
        return new PartialResult(SdkFailures.SDK, reader.show(endpoint, request.planned())).then(() -> {
            Waiter waiter = session.waiter(request.timeout().orElse(VpcEndpointResource.TIMEOUT));
            return reader.show(settled(reader, waiter, endpoint.vpcEndpointId()), request.planned());
        });
    }

    /** The endpoint once EC2 has done its part; another account may still have to accept it. */
    private static VpcEndpoint settled(VpcEndpointReader reader, Waiter waiter, String id) throws ProviderException {
        VpcEndpoint endpoint =
                waiter.untilPresent("the VPC endpoint " + id + " to become available", () -> reader.find(id)
                        .filter(found -> !AT_WORK.contains(VpcEndpointReader.state(found))));
        if (REFUSED.contains(VpcEndpointReader.state(endpoint))) {
            String reason = endpoint.lastError() == null || endpoint.lastError().message() == null
                    ? "EC2 gives no reason."
                    : endpoint.lastError().message();
            throw new ProviderException(Diagnostic.error(
                    "The VPC endpoint " + id + " became " + VpcEndpointReader.state(endpoint), reason));
        }
        return endpoint;
    }

    @Override
    public ObjectState update(AwsSession session, UpdateRequest request) throws ProviderException {
        DesiredAttributes prior = new DesiredAttributes(request.prior().attributes());
        DesiredAttributes planned = new DesiredAttributes(request.planned());
        String id = prior.required("id");
        Ec2Client ec2 = Ec2.client(session);
        VpcEndpointReader reader = new VpcEndpointReader(session);
        if (reader.find(id).isEmpty()) {
            throw NotFound.exception("VPC endpoint " + id);
        }
        Waiter waiter = session.waiter(request.timeout().orElse(VpcEndpointResource.TIMEOUT));
        VpcEndpointChange change = new VpcEndpointChange(prior, planned);
        if (!change.isEmpty()) {
            waiter.whileRefused(NOT_YET_KNOWN, () -> ec2.modifyVpcEndpoint(change.request(id)));
        }
        Ec2Tags.change(ec2, id, prior.attributes(), planned.attributes());
        settled(reader, waiter, id);
        return waiter.untilPresent("the VPC endpoint " + id + " to show its change", () -> reader.find(id)
                .map(endpoint -> reader.show(endpoint, request.planned()))
                .filter(shown -> change.isIn(new DesiredAttributes(shown.attributes()))));
    }

    @Override
    public void delete(AwsSession session, DeleteRequest request) throws ProviderException {
        String id = new DesiredAttributes(request.prior().attributes()).required("id");
        VpcEndpointReader reader = new VpcEndpointReader(session);
        if (reader.find(id).isEmpty()) {
            return;
        }
        // What EC2 refuses comes with the answer rather than as a failure.
        List<UnsuccessfulItem> refused =
                Ec2.client(session).deleteVpcEndpoints(call -> call.vpcEndpointIds(id)).unsuccessful().stream()
                        .filter(item -> item.error() != null)
                        .filter(item -> item.error().code() == null
                                || !item.error().code().contains("NotFound"))
                        .toList();
        if (!refused.isEmpty()) {
            throw new ProviderException(Diagnostic.error(
                    "EC2 DeleteVpcEndpoints failed: " + refused.get(0).error().code(),
                    String.valueOf(refused.get(0).error().message())));
        }
        // Its network interfaces go with it, and subnets and security groups wait for those.
        session.waiter(request.timeout().orElse(VpcEndpointResource.TIMEOUT))
                .until("the VPC endpoint " + id + " to go", () -> reader.find(id)
                        .isEmpty());
    }

    @Override
    public List<String> list(AwsSession session) {
        return new VpcEndpointReader(session).ids();
    }

    @Override
    public Optional<ObjectState> importObject(AwsSession session, String id) {
        VpcEndpointReader reader = new VpcEndpointReader(session);
        return reader.find(id).map(endpoint -> reader.show(endpoint, MapValue.EMPTY));
    }
}
