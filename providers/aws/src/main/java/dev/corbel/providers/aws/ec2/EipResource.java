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
import dev.corbel.providers.kit.attribute.ConflictsWith;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code aws_eip}: a public IPv4 address that stays. */
public final class EipResource extends AwsResourceType {
    static final Schema SCHEMA = Tags.on(Schema.builder()
                    .attribute(Attribute.optionalComputed("domain", Type.STRING)
                            .immutable()
                            .validatedBy(Validation.oneOf("vpc"))
                            .describedAs("Where the address can be used; vpc is all that there is."))
                    .attribute(Attribute.optional("address", Type.STRING)
                            .immutable()
                            .describedAs("An address of a pool of your own, or one to recover."))
                    .attribute(Attribute.optionalComputed("public_ipv4_pool", Type.STRING)
                            .immutable()
                            .describedAs("The pool that the address comes from."))
                    .attribute(Attribute.optional("ipam_pool_id", Type.STRING)
                            .immutable()
                            .describedAs("The IPAM pool that the address comes from."))
                    .attribute(Attribute.optionalComputed("network_border_group", Type.STRING)
                            .immutable()
                            .describedAs("Where the address is announced from."))
                    .attribute(Attribute.optionalComputed("instance", Type.STRING)
                            .changingByItself()
                            .describedAs("The instance that has the address."))
                    .attribute(Attribute.optionalComputed("network_interface", Type.STRING)
                            .changingByItself()
                            .describedAs("The network interface that has the address."))
                    .attribute(Attribute.optional("associate_with_private_ip", Type.STRING)
                            .describedAs("The private address behind it; the first one when left out."))
                    .attribute(Attribute.computed("id", Type.STRING))
                    .attribute(Attribute.computed("allocation_id", Type.STRING).describedAs("The same as id."))
                    .attribute(Attribute.computed("arn", Type.STRING))
                    .attribute(Attribute.computed("association_id", Type.STRING))
                    .attribute(Attribute.computed("carrier_ip", Type.STRING))
                    .attribute(Attribute.computed("private_dns", Type.STRING))
                    .attribute(Attribute.computed("private_ip", Type.STRING))
                    .attribute(Attribute.computed("public_dns", Type.STRING))
                    .attribute(Attribute.computed("public_ip", Type.STRING)))
            .build();

    /** What the definition says of who has the address. */
    private static final List<String> SAID = List.of("instance", "network_interface", "associate_with_private_ip");

    /** What changes with who has the address. */
    private static final List<String> FOLLOWING =
            List.of("instance", "network_interface", "association_id", "private_dns", "private_ip");

    public EipResource() {
        super("aws_eip", SCHEMA, EipOperations::new);
    }

    @Override
    public IdentityClass identityClass(MapValue planned) {
        return IdentityClass.TAG;
    }

    @Override
    public Set<Step> preflightSteps() {
        return Set.of(Step.CREATE, Step.DELETE);
    }

    @Override
    public int readBatchSize() {
        return AwsSession.BATCH_SIZE;
    }

    @Override
    public Map<String, Duration> timeouts() {
        return Map.of("update", Duration.ofMinutes(5), "delete", Duration.ofMinutes(3));
    }

    @Override
    protected List<Diagnostic> problems(MapValue configuration) {
        return ConflictsWith.problems(configuration, List.of(List.of("instance", "network_interface")));
    }

    /**
     * An address may be given to something else, such as a new NAT gateway, in the same run. So who has it is not
     * foreseen where the definition does not say and the address changes anyway.
     */
    @Override
    protected PlannedObject refine(PlanRequest request) {
        MapValue planned = request.proposed();
        if (request.prior() instanceof MapValue prior && changes(planned, prior)) {
            for (String name : FOLLOWING) {
                if (request.configuration().get(name).isNull()) {
                    planned = planned.with(name, Value.unknown());
                }
            }
        }
        return new PlannedObject(planned, Set.of());
    }

    private static boolean changes(MapValue planned, MapValue prior) {
        DesiredAttributes after = new DesiredAttributes(planned);
        DesiredAttributes before = new DesiredAttributes(prior);
        return after.changes("tags_all", before) || SAID.stream().anyMatch(name -> after.changes(name, before));
    }

    @Override
    public TypeGuide guide() {
        return new TypeGuide(
                "a public IPv4 address", "`eipalloc-…`", "tag", "`vpc`, `ptr_record`, customer-owned addresses");
    }
}
