package dev.corbel.providers.aws.elb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.emulators.MotoExtension;
import dev.corbel.emulators.MotoServer;
import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.Bench;
import dev.corbel.providers.conformance.Values;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(MotoExtension.class)
class LbListenerResourceTest {

    private static MapValue action(ObjectState listener) {
        return new DesiredAttributes(listener.attributes())
                .blocks("default_action")
                .get(0)
                .attributes();
    }

    private static MapValue weighted(Value one, Value other) {
        return Values.map(
                "type",
                "forward",
                "forward",
                Values.map(
                        "target_group",
                        List.of(Values.map("arn", one, "weight", 90), Values.map("arn", other, "weight", 10)),
                        "stickiness",
                        Values.map("duration", 600, "enabled", true)));
    }

    @Test
    void createsWhatIsPlannedAndReadsItBack(MotoServer moto) throws Exception {
        Surroundings surroundings = new Surroundings(moto);
        MapValue web = surroundings
                .listener(80)
                .with("protocol", Value.ofNull())
                .with("default_action", Value.list(Surroundings.redirect("#{host}")));
        try (Bench bench = Bench.of("aws_lb_listener", moto)) {
            ObjectState listener = bench.create(web);

            assertThat(listener.attributes().entries())
                    .containsEntry("load_balancer_arn", surroundings.loadBalancer())
                    .containsEntry("port", Value.of(80))
                    .containsEntry("protocol", Value.of("HTTP"))
                    .containsEntry("mutual_authentication", Value.ofNull())
                    .containsEntry("default_action", Value.list(Surroundings.redirect("#{host}")));
            assertThat(bench.read(listener)).isEqualTo(new ReadResult.Present(listener));
            assertThat(bench.plan(listener.attributes(), web).attributes()).isEqualTo(listener.attributes());
        }
    }

    @Test
    void forwardsToOneGroupOrToSeveralByWeight(MotoServer moto) throws Exception {
        Surroundings surroundings = new Surroundings(moto);
        Value blue = surroundings.targetGroup("blue");
        Value green = surroundings.targetGroup("green");
        MapValue toOne = surroundings.listener(80).with("default_action", Value.list(Surroundings.forward(blue)));
        MapValue toBoth = toOne.with("default_action", Value.list(weighted(blue, green)));
        try (Bench bench = Bench.of("aws_lb_listener", moto)) {
            ObjectState listener = bench.create(toOne);
            assertThat(action(listener).get("target_group_arn")).isEqualTo(blue);

            ObjectState both = bench.update(listener, toBoth);
            assertThat(action(both).get("target_group_arn")).isEqualTo(Value.ofNull());
            assertThat(bench.plan(both.attributes(), toBoth).attributes()).isEqualTo(both.attributes());
            assertThat(bench.type()
                            .importObject(
                                    bench.session(),
                                    both.attributes().text("id").orElseThrow()))
                    .hasValue(both);

            ObjectState one = bench.update(both, toOne);
            assertThat(action(one)).isEqualTo(action(listener));
        }
    }

    @Test
    void goesAwayBeforeItsTargetGroup(MotoServer moto) throws Exception {
        Surroundings surroundings = new Surroundings(moto);
        MapValue web = surroundings
                .listener(80)
                .with("default_action", Value.list(Surroundings.forward(surroundings.targetGroup("web"))));
        try (Bench listeners = Bench.of("aws_lb_listener", moto);
                Bench groups = Bench.of("aws_lb_target_group", moto)) {
            ObjectState listener = listeners.create(web);
            ObjectState group = groups.type()
                    .importObject(
                            groups.session(), surroundings.targetGroup("web").toString())
                    .orElseThrow();
            assertThat(group.attributes().get("load_balancer_arns")).isEqualTo(Value.list(surroundings.loadBalancer()));

            listeners.delete(listener);
            groups.delete(group);

            assertThat(groups.read(group)).isEqualTo(new ReadResult.Absent());
        }
    }

    @Test
    void leavesThePolicyToAwsWhereTheProtocolChanges(MotoServer moto) throws Exception {
        Surroundings surroundings = new Surroundings(moto);
        MapValue web = surroundings.listener(80);
        try (Bench bench = Bench.of("aws_lb_listener", moto)) {
            ObjectState listener = bench.create(web);

            assertThat(bench.plan(listener.attributes(), web.with("protocol", Value.of("HTTPS")))
                            .attributes()
                            .get("ssl_policy"))
                    .isEqualTo(Value.unknown());
        }
    }

    @Test
    void saysWhatAnActionLacks() {
        assertThat(new LbListenerResource()
                        .validate(Values.map(
                                "default_action",
                                List.of(
                                        Values.map("type", "forward"),
                                        Values.map("type", "redirect"),
                                        Values.map("type", "fixed-response")))))
                .containsExactly(
                        Diagnostic.error(
                                "A default_action lacks what it needs",
                                "The type \"forward\" needs target_group_arn, or a block forward."),
                        Diagnostic.error(
                                "A default_action lacks what it needs",
                                "The type \"redirect\" needs a block redirect."),
                        Diagnostic.error(
                                "A default_action lacks what it needs",
                                "The type \"fixed-response\" needs a block fixed_response."));
    }
}
