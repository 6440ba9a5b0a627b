package dev.corbel.providers.aws.route53;

import dev.corbel.providers.api.IdentityClass;
import dev.corbel.providers.api.TypeGuide;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.BlockType;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.schema.Validation;
import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.api.value.ValuePath;
import dev.corbel.providers.aws.resource.AwsResourceType;
import dev.corbel.providers.aws.resource.Tags;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code aws_route53_zone}: a domain whose records are kept here; private where it has VPCs. */
public final class Route53ZoneResource extends AwsResourceType {
    static final int BATCH = 100;
    static final Duration TIMEOUT = Duration.ofMinutes(30);
    static final Map<String, Duration> TIMEOUTS = Map.of("create", TIMEOUT, "update", TIMEOUT, "delete", TIMEOUT);

    private static final Schema VPC = Schema.builder()
            .attribute(Attribute.required("vpc_id", Type.STRING))
            .attribute(Attribute.optionalComputed("vpc_region", Type.STRING)
                    .describedAs("Left out, the region of the provider."))
            .build();

    static final Schema SCHEMA = Tags.on(Schema.builder()
                    .attribute(Attribute.required("name", Type.STRING)
                            .comparedAs(DomainNames.PLAIN)
                            .immutable()
                            .validatedBy(Validation.matching(".{1,1024}", "the name of a domain"))
                            .describedAs("The domain."))
                    .attribute(Attribute.optionalComputed("comment", Type.STRING)
                            .defaultsTo(Value.of("Managed by Corbel"))
                            .validatedBy(Validation.matching("(?s).{0,256}", "at most 256 characters")))
                    .attribute(Attribute.optional("delegation_set_id", Type.STRING)
                            .immutable()
                            .describedAs("A reusable set of name servers."))
                    .attribute(Attribute.optional("force_destroy", Type.BOOLEAN)
                            .defaultsTo(Value.of(false))
                            .describedAs("Whether the zone is deleted with all records in it."))
                    .block(BlockType.set("vpc", VPC))
                    .attribute(Attribute.computed("id", Type.STRING))
                    .attribute(Attribute.computed("zone_id", Type.STRING).describedAs("The id."))
                    .attribute(Attribute.computed("arn", Type.STRING))
                    .attribute(Attribute.computed("name_servers", Type.list(Type.STRING)))
                    .attribute(Attribute.computed("primary_name_server", Type.STRING)))
            .build();

    public Route53ZoneResource() {
        super("aws_route53_zone", SCHEMA, ZoneOperations::new);
    }

    /** Zones of one name may stand beside each other; each keeps the reference of the call that made it. */
    @Override
    public IdentityClass identityClass(MapValue planned) {
        return IdentityClass.TAG;
    }

    @Override
    public int readBatchSize() {
        return BATCH;
    }

    @Override
    public Map<String, Duration> timeouts() {
        return TIMEOUTS;
    }

    @Override
    protected List<Diagnostic> problems(MapValue configuration) {
        Value set = configuration.get("delegation_set_id");
        return isPrivate(configuration) && !set.isNull() && !set.isUnknown()
                ? List.of(Diagnostic.error(
                        "vpc conflicts with delegation_set_id",
                        "A zone with VPCs is private, and private zones have no name servers of their own."))
                : List.of();
    }

    static boolean isPrivate(MapValue attributes) {
        return attributes.get("vpc").unmarked() instanceof ListValue list
                && !list.elements().isEmpty();
    }

    @Override
    protected PlannedObject refine(PlanRequest request) {
        MapValue planned = request.proposed();
        boolean changesSides = request.prior() instanceof MapValue prior
                && !planned.get("vpc").isUnknown()
                && isPrivate(prior) != isPrivate(planned);
        return new PlannedObject(planned, changesSides ? Set.of(ValuePath.ROOT.then("vpc")) : Set.of());
    }

    @Override
    public TypeGuide guide() {
        return new TypeGuide("a hosted zone, public or private", "the zone's id", "the caller's reference", "");
    }
}
