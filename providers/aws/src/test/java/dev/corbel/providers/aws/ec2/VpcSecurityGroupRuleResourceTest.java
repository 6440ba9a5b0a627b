package dev.corbel.providers.aws.ec2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.emulators.MotoExtension;
import dev.corbel.emulators.MotoServer;
import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.api.value.ValuePath;
import dev.corbel.providers.aws.Bench;
import dev.corbel.providers.conformance.Values;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(MotoExtension.class)
class VpcSecurityGroupRuleResourceTest {

    private static ObjectState group(MotoServer moto) throws Exception {
        try (Bench bench = Bench.of("aws_security_group", moto)) {
            return bench.create(Values.map("name", "app"));
        }
    }

    private static MapValue https(ObjectState group) {
        return Values.map(
                "security_group_id",
                group.attributes().get("id"),
                "ip_protocol",
                "6",
                "from_port",
                443,
                "to_port",
                443,
                "cidr_ipv4",
                "10.0.0.0/16");
    }

    @Test
    void createsARuleWithAnIdAndTags(MotoServer moto) throws Exception {
        try (Bench bench = Bench.of("aws_vpc_security_group_ingress_rule", moto)) {
            ObjectState rule = bench.create(https(group(moto)));

            String id = rule.attributes().text("id").orElseThrow();
            assertThat(id).startsWith("sgr-");
            assertThat(rule.attributes().text("security_group_rule_id")).hasValue(id);
            assertThat(rule.attributes().text("arn"))
                    .hasValue("arn:aws:ec2:eu-central-1:123456789012:security-group-rule/" + id);
            assertThat(rule.attributes().text("ip_protocol")).hasValue("6");
            assertThat(rule.attributes().get("tags_all")).isEqualTo(Values.map("team", "network"));
            assertThat(bench.read(rule)).isEqualTo(new ReadResult.Present(rule));
        }
    }

    @Test
    void namesTheSecurityGroupThatItLetsIn(MotoServer moto) throws Exception {
        ObjectState group = group(moto);
        try (Bench bench = Bench.of("aws_vpc_security_group_ingress_rule", moto)) {
            ObjectState rule = bench.create(https(group)
                    .with("cidr_ipv4", Value.ofNull())
                    .with("referenced_security_group_id", group.attributes().get("id")));

            assertThat(rule.attributes().get("referenced_security_group_id"))
                    .isEqualTo(group.attributes().get("id"));
            assertThat(bench.read(rule)).isEqualTo(new ReadResult.Present(rule));
        }
    }

    @Test
    void changesPortsRangeAndDescriptionInPlace(MotoServer moto) throws Exception {
        ObjectState group = group(moto);
        try (Bench bench = Bench.of("aws_vpc_security_group_egress_rule", moto)) {
            ObjectState rule = bench.create(https(group).with("description", Value.of("To the web")));

            ObjectState changed = bench.update(
                    rule,
                    https(group)
                            .with("from_port", Value.of(80))
                            .with("cidr_ipv4", Value.of("0.0.0.0/0"))
                            .with("tags", Values.map("stage", "test")));

            assertThat(changed.attributes().get("from_port")).isEqualTo(Value.of(80));
            assertThat(changed.attributes().get("description")).isEqualTo(Value.ofNull());
            assertThat(changed.attributes().get("id"))
                    .isEqualTo(rule.attributes().get("id"));
            assertThat(bench.read(changed)).isEqualTo(new ReadResult.Present(changed));
        }
    }

    @Test
    void isReplacedForAPeerOfAnotherKind(MotoServer moto) throws Exception {
        ObjectState group = group(moto);
        try (Bench bench = Bench.of("aws_vpc_security_group_ingress_rule", moto)) {
            ObjectState rule = bench.create(https(group));

            assertThat(bench.plan(
                                    rule.attributes(),
                                    https(group)
                                            .with("cidr_ipv4", Value.ofNull())
                                            .with("cidr_ipv6", Value.of("2001:db8::/32")))
                            .replacedFor())
                    .containsExactlyInAnyOrder(ValuePath.of("cidr_ipv4"), ValuePath.of("cidr_ipv6"));
            assertThat(bench.plan(rule.attributes(), https(group).with("cidr_ipv4", Value.of("10.0.0.0/8")))
                            .replacedFor())
                    .isEmpty();
        }
    }

    @Test
    void knowsNoRuleOfTheOtherDirection(MotoServer moto) throws Exception {
        try (Bench ingress = Bench.of("aws_vpc_security_group_ingress_rule", moto);
                Bench egress = Bench.of("aws_vpc_security_group_egress_rule", moto)) {
            ObjectState rule = ingress.create(https(group(moto)));
            String id = rule.attributes().text("id").orElseThrow();

            assertThat(egress.read(rule)).isEqualTo(new ReadResult.Absent());
            assertThat(egress.type().importObject(egress.session(), id)).isEmpty();
            assertThat(egress.type().list(egress.session())).doesNotContain(id);
        }
    }
}
