package dev.corbel.providers.aws.ec2;

import dev.corbel.providers.api.IdentityClass;
import dev.corbel.providers.api.TypeGuide;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.schema.Validation;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.aws.resource.AwsResourceType;
import dev.corbel.providers.aws.resource.Tags;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** {@code aws_nat_gateway}: the way out of private subnets. */
public final class NatGatewayResource extends AwsResourceType {
    static final Schema SCHEMA = Tags.on(Schema.builder()
                    .attribute(Attribute.required("subnet_id", Type.STRING)
                            .immutable()
                            .describedAs("The subnet that the gateway is in, a public one for a public gateway."))
                    .attribute(Attribute.optional("connectivity_type", Type.STRING)
                            .defaultsTo(Value.of("public"))
                            .immutable()
                            .validatedBy(Validation.oneOf("public", "private"))
                            .describedAs("Whether the gateway leads to the internet or to other networks."))
                    .attribute(Attribute.optional("allocation_id", Type.STRING)
                            .immutable()
                            .describedAs("The Elastic IP address of a public gateway."))
                    .attribute(Attribute.optionalComputed("private_ip", Type.STRING)
                            .immutable()
                            .describedAs("The gateway's address in the subnet."))
                    .attribute(Attribute.computed("id", Type.STRING))
                    .attribute(Attribute.computed("association_id", Type.STRING)
                            .describedAs("The association of the Elastic IP address."))
                    .attribute(Attribute.computed("network_interface_id", Type.STRING))
                    .attribute(Attribute.computed("public_ip", Type.STRING)))
            .build();

    public NatGatewayResource() {
        super("aws_nat_gateway", SCHEMA, NatGatewayOperations::new);
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
        return Map.of(
                "create", Duration.ofMinutes(10), "update", Duration.ofMinutes(10), "delete", Duration.ofMinutes(30));
    }

    @Override
    protected List<Diagnostic> problems(MapValue configuration) {
        Value address = configuration.get("allocation_id");
        if (address.isUnknown()) {
            return List.of();
        }
        return switch (configuration.text("connectivity_type").orElse("")) {
            case "public" ->
                address.isNull()
                        ? List.of(Diagnostic.error(
                                "The public NAT gateway has no address",
                                "Set allocation_id to that of an aws_eip, or connectivity_type = 'private'."))
                        : List.of();
            case "private" ->
                address.isNull()
                        ? List.of()
                        : List.of(Diagnostic.error(
                                "A private NAT gateway takes no public address",
                                "Leave out allocation_id, or set connectivity_type = 'public'."));
            default -> List.of();
        };
    }

    @Override
    public TypeGuide guide() {
        return new TypeGuide("the way out of private subnets", "`nat-…`", "tag", "secondary addresses");
    }
}
