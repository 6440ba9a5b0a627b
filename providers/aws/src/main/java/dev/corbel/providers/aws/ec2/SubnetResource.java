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

/** {@code aws_subnet}: a range of a VPC in one availability zone. */
public final class SubnetResource extends AwsResourceType {
    static final Schema SCHEMA = Tags.on(Schema.builder()
                    .attribute(Attribute.required("vpc_id", Type.STRING)
                            .immutable()
                            .describedAs("The VPC that the subnet is part of."))
                    .attribute(Attribute.optionalComputed("cidr_block", Type.STRING)
                            .immutable()
                            .validatedBy(Cidr.IPV4)
                            .describedAs("The IPv4 range, within that of the VPC."))
                    .attribute(Attribute.optional("ipv4_ipam_pool_id", Type.STRING)
                            .immutable()
                            .describedAs("The IPAM pool that the IPv4 range comes from."))
                    .attribute(Attribute.optional("ipv4_netmask_length", Type.NUMBER)
                            .immutable()
                            .validatedBy(Validation.between(16, 28))
                            .describedAs("The length of the range to take from the IPAM pool."))
                    .attribute(Attribute.optionalComputed("availability_zone", Type.STRING)
                            .immutable()
                            .describedAs("The zone by the name that this account knows, such as eu-central-1a."))
                    .attribute(Attribute.optionalComputed("availability_zone_id", Type.STRING)
                            .immutable()
                            .describedAs("The zone by the id that is the same in all accounts, such as euc1-az2."))
                    .attribute(Attribute.optionalComputed("ipv6_cidr_block", Type.STRING)
                            .validatedBy(Cidr.IPV6)
                            .describedAs("The IPv6 range, a /64 within that of the VPC."))
                    .attribute(Attribute.optional("ipv6_native", Type.BOOLEAN)
                            .defaultsTo(Value.of(false))
                            .immutable()
                            .describedAs("Whether the subnet has IPv6 alone."))
                    .attribute(flag("assign_ipv6_address_on_creation")
                            .describedAs("Whether network interfaces get an IPv6 address."))
                    .attribute(
                            flag("map_public_ip_on_launch").describedAs("Whether instances get a public IPv4 address."))
                    .attribute(flag("enable_dns64")
                            .describedAs("Whether DNS gives synthetic IPv6 addresses for what has IPv4 alone."))
                    .attribute(flag("enable_resource_name_dns_a_record_on_launch")
                            .describedAs("Whether DNS answers the instances' resource names with A records."))
                    .attribute(flag("enable_resource_name_dns_aaaa_record_on_launch")
                            .describedAs("Whether DNS answers the instances' resource names with AAAA records."))
                    .attribute(Attribute.optionalComputed("private_dns_hostname_type_on_launch", Type.STRING)
                            .validatedBy(Validation.oneOf("ip-name", "resource-name"))
                            .describedAs("How instances are named."))
                    .attribute(Attribute.optional("outpost_arn", Type.STRING)
                            .immutable()
                            .describedAs("The Outpost that the subnet is on."))
                    .attribute(Attribute.computed("id", Type.STRING))
                    .attribute(Attribute.computed("arn", Type.STRING))
                    .attribute(Attribute.computed("owner_id", Type.STRING).describedAs("The account of the subnet."))
                    .attribute(Attribute.computed("ipv6_cidr_block_association_id", Type.STRING)))
            .build();

    public SubnetResource() {
        super("aws_subnet", SCHEMA, SubnetOperations::new);
    }

    private static Attribute.Builder flag(String name) {
        return Attribute.optional(name, Type.BOOLEAN).defaultsTo(Value.of(false));
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
        return Map.of("create", Duration.ofMinutes(10), "delete", Duration.ofMinutes(20));
    }

    @Override
    protected List<Diagnostic> problems(MapValue configuration) {
        return ConflictsWith.problems(
                configuration,
                List.of(
                        List.of("availability_zone", "availability_zone_id"),
                        List.of("cidr_block", "ipv4_netmask_length")));
    }

    @Override
    protected PlannedObject refine(PlanRequest request) {
        MapValue planned = request.proposed();
        if (request.prior() instanceof MapValue prior
                && new DesiredAttributes(planned).changes("ipv6_cidr_block", new DesiredAttributes(prior))) {
            planned = planned.with("ipv6_cidr_block_association_id", Value.unknown());
        }
        return new PlannedObject(planned, Set.of());
    }

    @Override
    public TypeGuide guide() {
        return new TypeGuide(
                "a subnet of a VPC in one zone",
                "`subnet-…`",
                "tag",
                "customer-owned IPv4 pools, `enable_lni_at_device_index`, IPv6 from IPAM");
    }
}
