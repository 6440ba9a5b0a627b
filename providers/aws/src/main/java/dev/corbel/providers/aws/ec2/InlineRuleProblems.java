package dev.corbel.providers.aws.ec2;

import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.schema.Validation;
import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.ec2.SecurityRule.Kind;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Problems of inline rules, which have no schema of their own. Unknown values pass. */
final class InlineRuleProblems {
    private final List<Diagnostic> problems = new ArrayList<>();
    private final String attribute;

    private InlineRuleProblems(String attribute) {
        this.attribute = attribute;
    }

    static List<Diagnostic> of(MapValue configuration) {
        List<Diagnostic> all = new ArrayList<>();
        for (Direction direction : Direction.values()) {
            InlineRuleProblems collector = new InlineRuleProblems(direction.attribute());
            InlineRules.elements(configuration.get(direction.attribute())).forEach(collector::collect);
            all.addAll(collector.problems);
        }
        return all;
    }

    private void collect(MapValue rule) {
        for (String required : List.of("protocol", "from_port", "to_port")) {
            if (rule.get(required).isNull()) {
                add("lacks " + required, "Every rule says its protocol, from_port and to_port.");
            }
        }
        boolean hasPeer = !rule.get("self").isNull()
                || Stream.of(Kind.values()).anyMatch(kind -> hasElements(rule.get(kind.attribute())));
        if (!hasPeer) {
            add("has no peer", "Set cidr_blocks, ipv6_cidr_blocks, prefix_list_ids, security_groups or self.");
        }
        validate(rule.get("protocol"), "protocol", IpProtocol.VALID);
        each(rule.get(Kind.IPV4.attribute()), Kind.IPV4.attribute(), Cidr.IPV4);
        each(rule.get(Kind.IPV6.attribute()), Kind.IPV6.attribute(), Cidr.IPV6);
        DesiredAttributes desired = new DesiredAttributes(rule);
        String protocol = desired.text("protocol");
        if (protocol != null
                && IpProtocol.canonical(protocol).equals(IpProtocol.ALL)
                && (isPort(desired.number("from_port")) || isPort(desired.number("to_port")))) {
            add("has ports for all protocols", "With protocol -1, from_port and to_port are 0.");
        }
    }

    private static boolean hasElements(Value value) {
        return value.isUnknown()
                || (value.unmarked() instanceof ListValue list
                        && !list.elements().isEmpty());
    }

    private static boolean isPort(@Nullable Integer port) {
        return port != null && port != 0;
    }

    private void each(Value values, String name, Validation validation) {
        if (values.unmarked() instanceof ListValue list) {
            list.elements().forEach(value -> validate(value, name, validation));
        }
    }

    private void validate(Value value, String name, Validation validation) {
        Value bare = value.unmarked();
        if (!bare.isNull() && !bare.isUnknown()) {
            validation
                    .problem(bare)
                    .ifPresent(problem -> add("has a wrong " + name, "\"" + bare + "\" " + problem + "."));
        }
    }

    private void add(String problem, String detail) {
        problems.add(Diagnostic.error("A rule in \"" + attribute + "\" " + problem, detail));
    }
}
