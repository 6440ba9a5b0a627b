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
import dev.corbel.providers.api.value.ValuePath;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.aws.resource.AwsResourceType;
import dev.corbel.providers.aws.resource.Tags;
import dev.corbel.providers.kit.attribute.ConflictsWith;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code aws_vpc}: a virtual network. */
public final class VpcResource extends AwsResourceType {
    static final Schema SCHEMA = Tags.on(Schema.builder()
                    .attribute(Attribute.optionalComputed("cidr_block", Type.STRING)
                            .immutable()
                            .validatedBy(Cidr.IPV4)
                            .describedAs("The IPv4 range, such as 10.0.0.0/16."))
                    .attribute(Attribute.optional("ipv4_ipam_pool_id", Type.STRING)
                            .immutable()
                            .describedAs("The IPAM pool that the IPv4 range comes from."))
                    .attribute(Attribute.optional("ipv4_netmask_length", Type.NUMBER)
                            .immutable()
                            .validatedBy(Validation.between(16, 28))
                            .describedAs("The length of the range to take from the IPAM pool."))
                    .attribute(Attribute.optional("instance_tenancy", Type.STRING)
                            .defaultsTo(Value.of("default"))
                            .validatedBy(Validation.oneOf("default", "dedicated"))
                            .describedAs("Whether instances have hardware of their own."))
                    .attribute(Attribute.optional("enable_dns_support", Type.BOOLEAN)
                            .defaultsTo(Value.of(true))
                            .describedAs("Whether names are resolved in the VPC."))
                    .attribute(Attribute.optional("enable_dns_hostnames", Type.BOOLEAN)
                            .defaultsTo(Value.of(false))
                            .describedAs("Whether instances get DNS names."))
                    .attribute(Attribute.optionalComputed("enable_network_address_usage_metrics", Type.BOOLEAN)
                            .describedAs("Whether the use of addresses is measured."))
                    .attribute(Attribute.optional("assign_generated_ipv6_cidr_block", Type.BOOLEAN)
                            .defaultsTo(Value.of(false))
                            .describedAs("Whether Amazon gives the VPC an IPv6 range of /56."))
                    .attribute(Attribute.optionalComputed("ipv6_cidr_block_network_border_group", Type.STRING)
                            .immutable()
                            .describedAs("Where the IPv6 range is announced from."))
                    .attribute(Attribute.computed("id", Type.STRING))
                    .attribute(Attribute.computed("arn", Type.STRING))
                    .attribute(Attribute.computed("owner_id", Type.STRING).describedAs("The account of the VPC."))
                    .attribute(Attribute.computed("ipv6_association_id", Type.STRING))
                    .attribute(Attribute.computed("ipv6_cidr_block", Type.STRING))
                    .attribute(Attribute.computed("dhcp_options_id", Type.STRING))
                    .attribute(Attribute.computed("main_route_table_id", Type.STRING))
                    .attribute(Attribute.computed("default_route_table_id", Type.STRING))
                    .attribute(Attribute.computed("default_network_acl_id", Type.STRING))
                    .attribute(Attribute.computed("default_security_group_id", Type.STRING)))
            .build();

    public VpcResource() {
        super("aws_vpc", SCHEMA, VpcOperations::new);
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
        return Map.of("create", Duration.ofMinutes(5), "delete", Duration.ofMinutes(5));
    }

    @Override
    protected List<Diagnostic> problems(MapValue configuration) {
        boolean range = !configuration.get("cidr_block").isNull();
        boolean pool = !configuration.get("ipv4_ipam_pool_id").isNull();
        if (!range && !pool) {
            return List.of(Diagnostic.error("The VPC has no range", "Set cidr_block, or ipv4_ipam_pool_id."));
        }
        return ConflictsWith.problems(configuration, List.of(List.of("cidr_block", "ipv4_netmask_length")));
    }

    @Override
    protected PlannedObject refine(PlanRequest request) {
        MapValue planned = request.proposed();
        if (!(request.prior() instanceof MapValue prior)) {
            return new PlannedObject(planned, Set.of());
        }
        DesiredAttributes before = new DesiredAttributes(prior);
        DesiredAttributes after = new DesiredAttributes(planned);
        if (after.differs("assign_generated_ipv6_cidr_block", before)) {
            planned = planned.with("ipv6_cidr_block", Value.unknown()).with("ipv6_association_id", Value.unknown());
        }
        // AWS takes a VPC off dedicated hardware in place, and never puts one onto it.
        boolean replaced =
                after.differs("instance_tenancy", before) && !"default".equals(after.text("instance_tenancy"));
        return new PlannedObject(planned, replaced ? Set.of(ValuePath.of("instance_tenancy")) : Set.of());
    }

    @Override
    public TypeGuide guide() {
        return new TypeGuide(
                "a virtual network",
                "`vpc-…`",
                "tag",
                "`ipv6_ipam_pool_id`, `ipv6_netmask_length`, setting `ipv6_cidr_block`");
    }
}
