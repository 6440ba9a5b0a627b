package dev.corbel.providers.aws.ec2;

import dev.corbel.providers.api.IdentityClass;
import dev.corbel.providers.api.TypeGuide;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.aws.resource.AwsResourceType;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import dev.corbel.providers.kit.attribute.ExactlyOneOf;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code aws_route_table_association}: the table that a subnet or a gateway follows. */
public final class RouteTableAssociationResource extends AwsResourceType {
    static final Schema SCHEMA = Schema.builder()
            .attribute(Attribute.required("route_table_id", Type.STRING).describedAs("The table to follow."))
            .attribute(
                    Attribute.optional("subnet_id", Type.STRING).immutable().describedAs("The subnet that follows it."))
            .attribute(Attribute.optional("gateway_id", Type.STRING)
                    .immutable()
                    .describedAs("The internet or virtual private gateway that follows it, for what comes in."))
            .attribute(Attribute.computed("id", Type.STRING)
                    .describedAs("The id of the association, another one for each table."))
            .build();

    public RouteTableAssociationResource() {
        super("aws_route_table_association", SCHEMA, RouteTableAssociationOperations::new);
    }

    /** A subnet follows one table. Making the association again sets the same table again. */
    @Override
    public IdentityClass identityClass(MapValue planned) {
        return IdentityClass.CLIENT_TOKEN;
    }

    @Override
    public int readBatchSize() {
        return AwsSession.BATCH_SIZE;
    }

    @Override
    public Map<String, Duration> timeouts() {
        return Map.of(
                "create", Duration.ofMinutes(5), "update", Duration.ofMinutes(2), "delete", Duration.ofMinutes(5));
    }

    @Override
    protected List<Diagnostic> problems(MapValue configuration) {
        return ExactlyOneOf.problems(
                configuration, "The association has neither subnet nor gateway", List.of("subnet_id", "gateway_id"));
    }

    @Override
    protected PlannedObject refine(PlanRequest request) {
        MapValue planned = request.proposed();
        if (request.prior() instanceof MapValue prior
                && new DesiredAttributes(planned).changes("route_table_id", new DesiredAttributes(prior))) {
            planned = planned.with("id", Value.unknown());
        }
        return new PlannedObject(planned, Set.of());
    }

    @Override
    public TypeGuide guide() {
        return new TypeGuide(
                "the table that a subnet or gateway follows",
                "`SUBNET/TABLE` or `GATEWAY/TABLE`",
                "setting it again",
                "");
    }
}
