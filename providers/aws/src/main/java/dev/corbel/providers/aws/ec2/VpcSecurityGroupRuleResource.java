package dev.corbel.providers.aws.ec2;

import dev.corbel.providers.api.IdentityClass;
import dev.corbel.providers.api.TypeGuide;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.fact.Fact;
import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.schema.Validation;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.ValuePath;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.aws.resource.AwsResourceType;
import dev.corbel.providers.aws.resource.Tags;
import dev.corbel.providers.kit.attribute.ConflictsWith;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * {@code aws_vpc_security_group_ingress_rule} and {@code aws_vpc_security_group_egress_rule}: a rule of a security group
 * with an id and tags of its own.
 */
public final class VpcSecurityGroupRuleResource extends AwsResourceType {
    /** Where the traffic comes from or goes to; a rule has one of them. */
    static final List<String> PEERS =
            List.of("cidr_ipv4", "cidr_ipv6", "prefix_list_id", "referenced_security_group_id");

    static final Schema SCHEMA = Tags.on(Schema.builder()
                    .attribute(Attribute.required("security_group_id", Type.STRING)
                            .immutable()
                            .describedAs("The security group that the rule is part of."))
                    .attribute(Attribute.required("ip_protocol", Type.STRING)
                            .guarded()
                            .comparedAs(IpProtocol.FORM)
                            .validatedBy(IpProtocol.VALID)
                            .describedAs("tcp, udp, icmp, icmpv6, the number of a protocol, or -1 for all."))
                    .attribute(port("from_port")
                            .describedAs("The first port, or the type of ICMP. Left out for all protocols."))
                    .attribute(port("to_port")
                            .describedAs("The last port, or the code of ICMP. Left out for all protocols."))
                    .attribute(Attribute.optional("cidr_ipv4", Type.STRING)
                            .guarded()
                            .comparedAs(Cidr.FORM)
                            .validatedBy(Cidr.IPV4)
                            .describedAs("The IPv4 range that the traffic comes from or goes to."))
                    .attribute(Attribute.optional("cidr_ipv6", Type.STRING)
                            .guarded()
                            .comparedAs(Cidr.FORM)
                            .validatedBy(Cidr.IPV6)
                            .describedAs("The IPv6 range that the traffic comes from or goes to."))
                    .attribute(Attribute.optional("prefix_list_id", Type.STRING)
                            .describedAs("The prefix list that the traffic comes from or goes to."))
                    .attribute(Attribute.optional("referenced_security_group_id", Type.STRING)
                            .describedAs(
                                    "The security group that the traffic comes from or goes to; with ACCOUNT/ before"
                                            + " it where it is another account's."))
                    .attribute(Attribute.optional("description", Type.STRING)
                            .validatedBy(SecurityGroupResource.DESCRIPTION)
                            .describedAs("What the rule is for."))
                    .attribute(Attribute.computed("id", Type.STRING))
                    .attribute(Attribute.computed("security_group_rule_id", Type.STRING)
                            .describedAs("The id."))
                    .attribute(Attribute.computed("arn", Type.STRING)))
            .build();

    private final Direction direction;

    private VpcSecurityGroupRuleResource(Direction direction) {
        super(name(direction), SCHEMA, () -> new SecurityGroupRuleOperations(direction));
        this.direction = direction;
    }

    public static VpcSecurityGroupRuleResource ingress() {
        return new VpcSecurityGroupRuleResource(Direction.INGRESS);
    }

    public static VpcSecurityGroupRuleResource egress() {
        return new VpcSecurityGroupRuleResource(Direction.EGRESS);
    }

    private static Attribute.Builder port(String name) {
        return Attribute.optional(name, Type.NUMBER).validatedBy(Validation.between(-1, 65535));
    }

    static String name(Direction direction) {
        return "aws_vpc_security_group_" + direction.attribute() + "_rule";
    }

    @Override
    public Set<String> attachedTo() {
        return Set.of("aws_security_group");
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
    protected List<Diagnostic> problems(MapValue configuration) {
        List<Diagnostic> problems = new ArrayList<>();
        long unknown = PEERS.stream()
                .filter(name -> configuration.get(name).isUnknown())
                .count();
        List<String> given = PEERS.stream()
                .filter(name -> !configuration.get(name).isNull()
                        && !configuration.get(name).isUnknown())
                .toList();
        if (given.size() > 1) {
            problems.add(Diagnostic.error(ConflictsWith.summary(given), "A rule has one peer: write a rule for each."));
        } else if (given.isEmpty() && unknown == 0) {
            problems.add(Diagnostic.error(
                    "The rule has no peer",
                    "Set one of cidr_ipv4, cidr_ipv6, prefix_list_id and referenced_security_group_id."));
        }
        configuration.text("ip_protocol").ifPresent(protocol -> problems.addAll(ports(protocol, configuration)));
        return problems;
    }

    private static List<Diagnostic> ports(String protocol, MapValue configuration) {
        List<Diagnostic> problems = new ArrayList<>();
        String canonical = IpProtocol.canonical(protocol);
        for (String name : List.of("from_port", "to_port")) {
            boolean absent = configuration.get(name).isNull();
            boolean given = !absent && !configuration.get(name).isUnknown();
            if (absent && IpProtocol.hasPorts(canonical)) {
                problems.add(Diagnostic.error(
                        "The rule lacks " + name, "Rules for " + canonical + " say their from_port and to_port."));
            }
            if (given && canonical.equals(IpProtocol.ALL)) {
                problems.add(Diagnostic.error(
                        "A rule for all protocols has no " + name, "With ip_protocol -1, leave out the ports."));
            }
        }
        return problems;
    }

    /** EC2 cannot turn a rule for a range into one for a security group and the like. */
    @Override
    protected PlannedObject refine(PlanRequest request) {
        if (!(request.prior() instanceof MapValue prior)) {
            return new PlannedObject(request.proposed(), Set.of());
        }
        DesiredAttributes planned = new DesiredAttributes(request.proposed());
        boolean otherKind = PEERS.stream()
                .anyMatch(name ->
                        prior.get(name).isNull() != request.proposed().get(name).isNull());
        return new PlannedObject(
                request.proposed(),
                otherKind
                        ? PEERS.stream()
                                .filter(name -> planned.changes(name, new DesiredAttributes(prior)))
                                .map(ValuePath.ROOT::then)
                                .collect(Collectors.toSet())
                        : Set.of());
    }

    @Override
    public List<Fact> facts(MapValue attributes) {
        return direction == Direction.INGRESS ? IngressFacts.ofRule(attributes) : List.of();
    }

    @Override
    public TypeGuide guide() {
        return new TypeGuide(
                "one rule for traffic that a security group lets " + (direction == Direction.EGRESS ? "out" : "in"),
                "`sgr-…`",
                "tag",
                "");
    }
}
