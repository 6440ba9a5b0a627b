package dev.corbel.providers.aws.rds;

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
import dev.corbel.providers.kit.attribute.ConflictsWith;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import java.util.List;
import java.util.Set;

/** {@code aws_db_subnet_group}: the subnets that a database may be in. */
public final class DbSubnetGroupResource extends AwsResourceType {
    static final int MAX_NAME_LENGTH = 255;

    static final Schema SCHEMA = Tags.on(Schema.builder()
                    .attribute(Attribute.optionalComputed("name", Type.STRING)
                            .immutable()
                            .validatedBy(Validation.matching(
                                    "(?!default$)[a-z0-9 ._-]{1,255}",
                                    "up to 255 lower-case letters, digits, spaces and . _ -, and not \"default\""))
                            .describedAs("The name. Left out, one is made up."))
                    .attribute(Attribute.optionalComputed("name_prefix", Type.STRING)
                            .immutable()
                            .validatedBy(Validation.matching(
                                    "[a-z0-9 ._-]{1,229}", "up to 229 lower-case letters, digits, spaces and . _ -"))
                            .describedAs("What a made-up name begins with."))
                    .attribute(Attribute.optionalComputed("description", Type.STRING)
                            .defaultsTo(Value.of("Managed by Corbel"))
                            .describedAs("What the group is for."))
                    .attribute(Attribute.required("subnet_ids", Type.set(Type.STRING))
                            .describedAs("The subnets, in at least two availability zones."))
                    .attribute(Attribute.computed("id", Type.STRING).describedAs("The name."))
                    .attribute(Attribute.computed("arn", Type.STRING))
                    .attribute(Attribute.computed("vpc_id", Type.STRING).describedAs("The VPC of the subnets."))
                    .attribute(Attribute.computed("supported_network_types", Type.set(Type.STRING))
                            .describedAs("IPV4, DUAL, or both.")))
            .build();

    public DbSubnetGroupResource() {
        super("aws_db_subnet_group", SCHEMA, SubnetGroupOperations::new);
    }

    @Override
    public IdentityClass identityClass(MapValue planned) {
        return IdentityClass.NATURAL_KEY;
    }

    @Override
    public int readBatchSize() {
        return AwsSession.BATCH_SIZE;
    }

    @Override
    protected List<Diagnostic> problems(MapValue configuration) {
        return ConflictsWith.problems(configuration, List.of(List.of("name", "name_prefix")));
    }

    @Override
    protected PlannedObject refine(PlanRequest request) {
        MapValue planned = request.proposed().with("id", request.proposed().get("name"));
        if (request.prior() instanceof MapValue prior
                && new DesiredAttributes(planned).changes("subnet_ids", new DesiredAttributes(prior))) {
            planned = planned.with("vpc_id", Value.unknown()).with("supported_network_types", Value.unknown());
        }
        return new PlannedObject(planned, Set.of());
    }

    @Override
    public TypeGuide guide() {
        return new TypeGuide("the subnets that database servers may be in", "the name", "name", "");
    }
}
