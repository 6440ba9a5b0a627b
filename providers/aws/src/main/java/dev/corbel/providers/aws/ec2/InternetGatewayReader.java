package dev.corbel.providers.aws.ec2;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.aws.resource.Tags;
import dev.corbel.providers.kit.attribute.Attributes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.InternetGateway;
import software.amazon.awssdk.services.ec2.model.InternetGatewayAttachment;

/** Reads internet gateways: one list tells all about many. */
record InternetGatewayReader(AwsSession session, Ec2Client ec2) implements TaggedReader<InternetGateway> {
    /** Other gateways of EC2 say attached where internet gateways say available. */
    private static final Set<String> ATTACHED = Set.of("available", "attached");

    InternetGatewayReader(AwsSession session) {
        this(session, Ec2.client(session));
    }

    @Override
    public String id(InternetGateway gateway) {
        return gateway.internetGatewayId();
    }

    @Override
    public Map<String, InternetGateway> list(List<String> ids) {
        Map<String, InternetGateway> gateways = new LinkedHashMap<>();
        ec2.describeInternetGatewaysPaginator(request -> request.filters(Ec2Tags.filter("internet-gateway-id", ids)))
                .internetGateways()
                .forEach(gateway -> gateways.put(id(gateway), gateway));
        return gateways;
    }

    @Override
    public Optional<InternetGateway> find(String id) {
        return Ec2.ifFound(() ->
                ec2.describeInternetGateways(request -> request.internetGatewayIds(id)).internetGateways().stream()
                        .findFirst());
    }

    @Override
    public Optional<InternetGateway> createdBy(String token) {
        return ec2
                .describeInternetGateways(request -> request.filters(Ec2Tags.byOperation(token)))
                .internetGateways()
                .stream()
                .findFirst();
    }

    @Override
    public List<String> ids() {
        return ec2.describeInternetGatewaysPaginator().internetGateways().stream()
                .map(this::id)
                .toList();
    }

    /** The VPC that a gateway is attached to. */
    static Optional<String> vpc(InternetGateway gateway) {
        return gateway.attachments().stream()
                .filter(attachment -> ATTACHED.contains(attachment.stateAsString()))
                .map(InternetGatewayAttachment::vpcId)
                .findFirst();
    }

    @Override
    public ObjectState show(InternetGateway gateway, MapValue known) {
        Attributes attributes = new Attributes(InternetGatewayResource.SCHEMA)
                .from(known)
                .text("id", id(gateway))
                .text("arn", session.arn("ec2", gateway.ownerId(), "internet-gateway/" + id(gateway)))
                .text("owner_id", gateway.ownerId())
                .text("vpc_id", vpc(gateway).orElse(""));
        Tags.show(attributes, Ec2Tags.map(gateway.tags()), known, session);
        return attributes.object();
    }
}
