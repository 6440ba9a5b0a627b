package dev.corbel.providers.aws.ec2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.emulators.MotoExtension;
import dev.corbel.emulators.MotoServer;
import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.Bench;
import dev.corbel.providers.conformance.Values;
import dev.corbel.providers.kit.attribute.Attributes;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.ec2.model.AuthorizeSecurityGroupIngressRequest;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;

@ExtendWith(MotoExtension.class)
class SecurityGroupResourceTest {
    private static final MapValue APP = Values.map("name", "app", "tags", Values.map("Name", "app"));

    /** As people write it: without what does not matter. */
    private static MapValue brief(int port, String attribute, Value peers) {
        MapValue rule = Values.map("protocol", "TCP", "from_port", port, "to_port", port, attribute, peers);
        for (String name : InlineRule.tcp(port).entries().keySet()) {
            if (rule.get(name).isNull()) {
                rule = rule.with(name, Value.ofNull());
            }
        }
        return rule;
    }

    private static String id(ObjectState group) {
        return group.attributes().text("id").orElseThrow();
    }

    private static SecurityGroup actual(Bench bench, ObjectState group) {
        return new SecurityGroupReader(bench.session()).find(id(group)).orElseThrow();
    }

    @Test
    void createsWhatIsPlannedAndReadsItBack(MotoServer moto) throws Exception {
        try (Bench bench = Bench.of("aws_security_group", moto)) {
            ObjectState group = bench.create(APP);

            assertThat(id(group)).startsWith("sg-");
            assertThat(group.attributes().text("arn"))
                    .hasValue("arn:aws:ec2:eu-central-1:123456789012:security-group/" + id(group));
            assertThat(group.attributes().text("owner_id")).hasValue("123456789012");
            assertThat(group.attributes().text("vpc_id").orElseThrow()).startsWith("vpc-");
            assertThat(group.attributes().text("description")).hasValue("Managed by Corbel");
            assertThat(group.attributes().get("tags_all")).isEqualTo(Values.map("Name", "app", "team", "network"));
            assertThat(bench.read(group)).isEqualTo(new ReadResult.Present(group));
            assertThat(bench.plan(group.attributes(), APP).attributes().entries())
                    .isEqualTo(group.attributes().entries());
        }
    }

    @Test
    void letsNothingOutUnlessTheDefinitionSaysSo(MotoServer moto) throws Exception {
        try (Bench bench = Bench.of("aws_security_group", moto)) {
            ObjectState closed = bench.create(APP);
            ObjectState open = bench.create(
                    APP.with("name", Value.of("open")).with("egress", Value.list(InlineRule.everything())));

            assertThat(closed.attributes().get("egress")).isEqualTo(ListValue.EMPTY);
            assertThat(actual(bench, closed).ipPermissionsEgress()).isEmpty();
            assertThat(actual(bench, open).ipPermissionsEgress()).hasSize(1);
        }
    }

    @Test
    void keepsTheWordsOfTheDefinition(MotoServer moto) throws Exception {
        Value rules = Attributes.setOf(List.of(
                brief(443, "cidr_blocks", InlineRule.texts("10.1.0.0/16", "10.0.0.0/16")),
                brief(443, "self", Value.of(true)),
                brief(22, "ipv6_cidr_blocks", InlineRule.texts("2001:DB8::/32"))));
        try (Bench bench = Bench.of("aws_security_group", moto)) {
            ObjectState group = bench.create(APP.with("ingress", rules));

            assertThat(group.attributes().get("ingress")).isEqualTo(rules);
            assertThat(bench.read(group)).isEqualTo(new ReadResult.Present(group));
        }
    }

    @Test
    void changesRulesAndTagsInPlace(MotoServer moto) throws Exception {
        try (Bench bench = Bench.of("aws_security_group", moto)) {
            ObjectState group = bench.create(APP.with(
                    "ingress",
                    Attributes.setOf(List.of(InlineRule.tcp(80, "10.0.0.0/16"), InlineRule.tcp(22, "10.0.0.0/16")))));
            Value rules = Attributes.setOf(List.of(
                    InlineRule.tcp(80, "10.0.0.0/16").with("description", Value.of("Web")),
                    InlineRule.tcp(443).with("security_groups", InlineRule.texts(id(group)))));

            ObjectState changed = bench.update(group, Values.map("name", "app", "ingress", rules));

            assertThat(changed.attributes().get("ingress")).isEqualTo(rules);
            assertThat(changed.attributes().get("tags_all")).isEqualTo(Values.map("team", "network"));
            assertThat(bench.read(changed)).isEqualTo(new ReadResult.Present(changed));
            assertThat(actual(bench, group).ipPermissions()).hasSize(2);

            ObjectState closed = bench.update(changed, Values.map("name", "app", "ingress", ListValue.EMPTY));

            assertThat(actual(bench, closed).ipPermissions()).isEmpty();
        }
    }

    @Test
    void showsRulesThatOthersMade(MotoServer moto) throws Exception {
        Value web = Value.list(InlineRule.tcp(443, "10.0.0.0/16"));
        try (Bench bench = Bench.of("aws_security_group", moto)) {
            ObjectState group = bench.create(APP.with("ingress", web));
            authorize(
                    bench,
                    group,
                    call -> call.ipProtocol("udp").fromPort(53).toPort(53).cidrIp("10.0.0.0/8"));

            ObjectState drifted = ((ReadResult.Present) bench.read(group)).object();

            assertThat(drifted.attributes().get("ingress"))
                    .isEqualTo(Attributes.setOf(List.of(
                            InlineRule.tcp(443, "10.0.0.0/16"),
                            InlineRule.tcp(53, "10.0.0.0/8").with("protocol", Value.of("udp")))));
            assertThat(bench.update(drifted, APP.with("ingress", web))).isEqualTo(group);
        }
    }

    @Test
    void leavesRulesOfTheirOwnTypesAlone(MotoServer moto) throws Exception {
        try (Bench bench = Bench.of("aws_security_group", moto)) {
            ObjectState group = bench.create(APP);
            authorize(
                    bench,
                    group,
                    call -> call.ipProtocol("tcp").fromPort(443).toPort(443).cidrIp("10.0.0.0/8"));

            ObjectState changed = bench.update(group, APP.with("tags", Value.ofNull()));

            assertThat(changed.attributes().get("ingress")).isEqualTo(ListValue.EMPTY);
            assertThat(actual(bench, group).ipPermissions()).hasSize(1);
        }
    }

    private static void authorize(
            Bench bench, ObjectState group, Consumer<AuthorizeSecurityGroupIngressRequest.Builder> rule) {
        Ec2.client(bench.session()).authorizeSecurityGroupIngress(call -> rule.accept(call.groupId(id(group))));
    }

    @Test
    void makesUpANameThatBeginsAsAsked(MotoServer moto) throws Exception {
        try (Bench bench = Bench.of("aws_security_group", moto)) {
            MapValue prefixed = Values.map("name_prefix", "app-");
            ObjectState group = bench.create(prefixed);

            assertThat(group.attributes().text("name").orElseThrow()).matches("app-[0-9a-z]{26}");
            assertThat(bench.create(Values.map()).attributes().text("name").orElseThrow())
                    .matches("test-[0-9a-z]{26}");
            assertThat(bench.plan(group.attributes(), prefixed).attributes().entries())
                    .isEqualTo(group.attributes().entries());
        }
    }

    @Test
    void takesItsRulesAwayBeforeItGoesWhereAsked(MotoServer moto) throws Exception {
        try (Bench bench = Bench.of("aws_security_group", moto)) {
            ObjectState group = bench.create(APP.with("revoke_rules_on_delete", Value.of(true))
                    .with("ingress", Value.list(InlineRule.tcp(22, "10.0.0.0/8"))));

            bench.delete(group);
            bench.delete(group);

            assertThat(bench.read(group)).isEqualTo(new ReadResult.Absent());
        }
    }

    @Test
    void importsRulesAsTerraformWritesThem(MotoServer moto) throws Exception {
        try (Bench bench = Bench.of("aws_security_group", moto)) {
            ObjectState group = bench.create(
                    APP.with("ingress", Value.list(brief(22, "cidr_blocks", InlineRule.texts("10.0.0.0/8")))));

            assertThat(bench.type()
                            .importObject(bench.session(), id(group))
                            .orElseThrow()
                            .attributes()
                            .get("ingress"))
                    .isEqualTo(Value.list(InlineRule.tcp(22, "10.0.0.0/8")));
            assertThat(bench.type().list(bench.session())).contains(id(group));
        }
    }
}
