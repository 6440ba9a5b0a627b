package dev.corbel.providers.aws.ec2;

import dev.corbel.providers.api.IdentityClass;
import dev.corbel.providers.api.TypeGuide;
import dev.corbel.providers.api.fact.Fact;
import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.BlockType;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.schema.Validation;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.aws.resource.AwsResourceType;
import dev.corbel.providers.aws.resource.PolicyText;
import dev.corbel.providers.aws.resource.Tags;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import dev.corbel.providers.kit.attribute.JsonText;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code aws_vpc_endpoint}: a way from a VPC to a service that does not lead through the internet. */
public final class VpcEndpointResource extends AwsResourceType {
    static final Duration TIMEOUT = Duration.ofMinutes(10);

    private static final Schema DNS_OPTIONS = Schema.builder()
            .attribute(Attribute.optionalComputed("dns_record_ip_type", Type.STRING)
                    .validatedBy(Validation.oneOf("ipv4", "ipv6", "dualstack", "service-defined"))
                    .describedAs("What records the names of the endpoint have."))
            .attribute(Attribute.optional("private_dns_only_for_inbound_resolver_endpoint", Type.BOOLEAN)
                    .describedAs("Whether the private name is for resolvers outside of the VPC alone."))
            .build();

    static final Schema SCHEMA = Tags.on(Schema.builder()
                    .attribute(Attribute.required("vpc_id", Type.STRING)
                            .immutable()
                            .describedAs("The VPC that the endpoint is in."))
                    .attribute(Attribute.required("service_name", Type.STRING)
                            .immutable()
                            .describedAs("The service, such as com.amazonaws.eu-central-1.s3."))
                    .attribute(Attribute.optionalComputed("service_region", Type.STRING)
                            .immutable()
                            .describedAs("The region of the service, by default that of the VPC."))
                    .attribute(Attribute.optional("vpc_endpoint_type", Type.STRING)
                            .defaultsTo(Value.of("Gateway"))
                            .immutable()
                            .validatedBy(Validation.oneOf("Gateway", "Interface", "GatewayLoadBalancer"))
                            .describedAs("Gateway for S3 and DynamoDB by way of route tables, Interface for network"
                                    + " interfaces in subnets."))
                    .attribute(Attribute.optionalComputed("policy", Type.STRING)
                            .guarded()
                            .comparedAs(PolicyText.FORM)
                            .validatedBy(JsonText.VALID)
                            .describedAs("What may be called through the endpoint; everything by default."))
                    .attribute(Attribute.optionalComputed("route_table_ids", Type.set(Type.STRING))
                            .describedAs("The route tables that lead to a Gateway endpoint."))
                    .attribute(Attribute.optionalComputed("subnet_ids", Type.set(Type.STRING))
                            .describedAs("The subnets, each in a zone of its own, that an Interface endpoint is in."))
                    .attribute(Attribute.optionalComputed("security_group_ids", Type.set(Type.STRING))
                            .describedAs("The security groups of an Interface endpoint, by default that of the VPC."))
                    .attribute(Attribute.optionalComputed("private_dns_enabled", Type.BOOLEAN)
                            .describedAs("Whether the service's own name leads to an Interface endpoint."))
                    .attribute(Attribute.optionalComputed("ip_address_type", Type.STRING)
                            .validatedBy(Validation.oneOf("ipv4", "ipv6", "dualstack"))
                            .describedAs("What addresses the endpoint has."))
                    .block(BlockType.single("dns_options", DNS_OPTIONS))
                    .attribute(Attribute.computed("id", Type.STRING))
                    .attribute(Attribute.computed("arn", Type.STRING))
                    .attribute(Attribute.computed("owner_id", Type.STRING).describedAs("The account of the endpoint."))
                    .attribute(Attribute.computed("state", Type.STRING)
                            .describedAs("available, or pendingAcceptance until the service's owner agrees."))
                    .attribute(Attribute.computed("requester_managed", Type.BOOLEAN)
                            .describedAs("Whether a service of AWS manages the endpoint."))
                    .attribute(Attribute.computed("prefix_list_id", Type.STRING)
                            .describedAs("The prefix list of a Gateway endpoint's service, for rules and routes."))
                    .attribute(Attribute.computed("cidr_blocks", Type.list(Type.STRING))
                            .describedAs("The ranges of a Gateway endpoint's service."))
                    .attribute(Attribute.computed("network_interface_ids", Type.set(Type.STRING)))
                    .attribute(Attribute.computed(
                                    "dns_entry",
                                    Type.list(Type.object(
                                            Map.of("dns_name", Type.STRING, "hosted_zone_id", Type.STRING))))
                            .describedAs("The names of an Interface endpoint.")))
            .build();

    public VpcEndpointResource() {
        super("aws_vpc_endpoint", SCHEMA, VpcEndpointOperations::new);
    }

    @Override
    public IdentityClass identityClass(MapValue planned) {
        return IdentityClass.TAG;
    }

    @Override
    public int readBatchSize() {
        return AwsSession.BATCH_SIZE;
    }

    @Override
    public Map<String, Duration> timeouts() {
        return Map.of("create", TIMEOUT, "update", TIMEOUT, "delete", TIMEOUT);
    }

    @Override
    protected PlannedObject refine(PlanRequest request) {
        MapValue planned = request.proposed();
        if (request.prior() instanceof MapValue prior) {
            DesiredAttributes desired = new DesiredAttributes(planned);
            DesiredAttributes before = new DesiredAttributes(prior);
            if (desired.changes("subnet_ids", before)) {
                planned = planned.with("network_interface_ids", Value.unknown());
            }
            boolean renamed = List.of("subnet_ids", "private_dns_enabled", "ip_address_type", "dns_options").stream()
                    .anyMatch(name -> desired.changes(name, before));
            if (renamed) {
                planned = planned.with("dns_entry", Value.unknown());
            }
        }
        return new PlannedObject(planned, Set.of());
    }

    @Override
    public List<Fact> facts(MapValue attributes) {
        return List.of(new Fact.Reachable(false));
    }

    @Override
    public TypeGuide guide() {
        return new TypeGuide(
                "a private way to a service of AWS",
                "`vpce-…`",
                "tag",
                "`auto_accept`, `subnet_configuration`, endpoints of VPC Lattice");
    }
}
