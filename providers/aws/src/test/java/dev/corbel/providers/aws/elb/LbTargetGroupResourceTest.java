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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(MotoExtension.class)
class LbTargetGroupResourceTest {
    private static final LbTargetGroupResource TYPE = new LbTargetGroupResource();

    @Test
    void createsWhatIsPlannedAndReadsItBack(MotoServer moto) throws Exception {
        Surroundings surroundings = new Surroundings(moto);
        MapValue web = surroundings
                .group("web")
                .with("deregistration_delay", Value.of("30"))
                .with("stickiness", Values.map("type", "lb_cookie", "cookie_duration", 3600))
                .with("health_check", Values.map("path", "/health", "healthy_threshold", 2));
        try (Bench bench = Bench.of("aws_lb_target_group", moto)) {
            ObjectState group = bench.create(web);

            assertThat(group.attributes().entries())
                    .containsEntry("name", Value.of("web"))
                    .containsEntry("port", Value.of(8080))
                    .containsEntry("protocol_version", Value.of("HTTP1"))
                    .containsEntry("deregistration_delay", Value.of("30"))
                    .containsEntry("load_balancing_algorithm_type", Value.of("round_robin"))
                    .containsEntry("load_balancer_arns", Value.list())
                    .containsEntry(
                            "stickiness",
                            Values.map(
                                    "type",
                                    "lb_cookie",
                                    "cookie_duration",
                                    3600,
                                    "cookie_name",
                                    Value.ofNull(),
                                    "enabled",
                                    true))
                    .containsEntry(
                            "health_check",
                            Values.map(
                                    "enabled",
                                    true,
                                    "healthy_threshold",
                                    2,
                                    "interval",
                                    30,
                                    "matcher",
                                    "200",
                                    "path",
                                    "/health",
                                    "port",
                                    "traffic-port",
                                    "protocol",
                                    "HTTP",
                                    "timeout",
                                    5,
                                    "unhealthy_threshold",
                                    3));
            assertThat(group.attributes().text("arn_suffix").orElseThrow()).matches("targetgroup/web/[0-9a-f]+");
            assertThat(bench.read(group)).isEqualTo(new ReadResult.Present(group));
            assertThat(bench.plan(group.attributes(), web).attributes()).isEqualTo(group.attributes());
        }
    }

    @Test
    void goesBackToWhatAwsDoesWhereBlocksAreTakenAway(MotoServer moto) throws Exception {
        Surroundings surroundings = new Surroundings(moto);
        MapValue plain = surroundings.group("web");
        try (Bench bench = Bench.of("aws_lb_target_group", moto)) {
            ObjectState checked = bench.create(plain.with("stickiness", Values.map("type", "lb_cookie"))
                    .with("health_check", Values.map("path", "/health", "interval", 10)));

            ObjectState back = bench.update(checked, plain);

            assertThat(back.attributes().get("health_check")).isEqualTo(Value.ofNull());
            assertThat(back.attributes().get("stickiness")).isEqualTo(Value.ofNull());
            assertThat(bench.type()
                            .importObject(
                                    bench.session(),
                                    back.attributes().text("id").orElseThrow()))
                    .hasValue(back);
        }
    }

    @Test
    void showsAHealthCheckThatSomebodyElseChanged(MotoServer moto) throws Exception {
        Surroundings surroundings = new Surroundings(moto);
        try (Bench bench = Bench.of("aws_lb_target_group", moto)) {
            ObjectState group = bench.create(surroundings.group("web"));
            String arn = group.attributes().text("id").orElseThrow();

            Elb.client(bench.session())
                    .modifyTargetGroup(call -> call.targetGroupArn(arn).healthCheckPath("/theirs"));

            assertThat(bench.type()
                            .importObject(bench.session(), arn)
                            .orElseThrow()
                            .attributes()
                            .get("health_check"))
                    .isInstanceOfSatisfying(MapValue.class, check -> assertThat(check.text("path"))
                            .hasValue("/theirs"));
        }
    }

    @Test
    void leavesToAwsWhatAnotherProtocolOfTheHealthCheckDecides(MotoServer moto) throws Exception {
        Surroundings surroundings = new Surroundings(moto);
        MapValue web = surroundings.group("web").with("health_check", Values.map("interval", 30));
        try (Bench bench = Bench.of("aws_lb_target_group", moto)) {
            ObjectState group = bench.create(web);

            MapValue planned = bench.plan(
                            group.attributes(),
                            web.with("health_check", Values.map("interval", 30, "protocol", "HTTPS")))
                    .attributes();

            assertThat(((MapValue) planned.get("health_check")).entries())
                    .containsEntry("path", Value.unknown())
                    .containsEntry("timeout", Value.unknown())
                    .containsEntry("matcher", Value.unknown())
                    .containsEntry("healthy_threshold", Value.of(3));
        }
    }

    @Test
    void saysWhatDoesNotGoTogether() {
        MapValue web = Values.map("target_type", "ip", "port", 80, "protocol", "TCP", "vpc_id", "vpc-1");
        assertThat(TYPE.validate(web)).isEmpty();
        assertThat(TYPE.validate(Values.map("target_type", "ip", "protocol", "HTTP", "vpc_id", "vpc-1")))
                .containsExactly(
                        Diagnostic.error("port is missing", "The target type ip needs port, protocol and vpc_id."));
        assertThat(TYPE.validate(Values.map("target_type", "lambda", "port", 80)))
                .containsExactly(Diagnostic.error(
                        "port does not go with the target type lambda", "Functions are called, not connected to."));
        assertThat(TYPE.validate(web.with("slow_start", Value.of(60))))
                .containsExactly(Diagnostic.error(
                        "slow_start does not go with the protocol TCP", "Take it away, or choose another kind."));
        assertThat(TYPE.validate(web.with("stickiness", Values.map("type", "app_cookie"))))
                .containsExactly(Diagnostic.error(
                        "stickiness.cookie_name is missing",
                        "The type app_cookie needs the name of the application's cookie."));
        assertThat(TYPE.validate(web.with("name", Value.of("web")).with("name_prefix", Value.of("w"))))
                .containsExactly(Diagnostic.error("name conflicts with name_prefix", "Set one of them, or neither."));
    }
}
