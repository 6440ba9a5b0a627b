package dev.corbel.providers.aws.elb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.corbel.emulators.MotoExtension;
import dev.corbel.emulators.MotoServer;
import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.Bench;
import dev.corbel.providers.conformance.Values;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(MotoExtension.class)
class LbResourceTest {
    private static final LbResource TYPE = new LbResource();

    @Test
    void createsWhatIsPlannedAndReadsItBack(MotoServer moto) throws Exception {
        Surroundings surroundings = new Surroundings(moto);
        MapValue web = surroundings
                .balancer("web")
                .with("internal", Value.of(true))
                .with("idle_timeout", Value.of(120))
                .with("enable_deletion_protection", Value.of(false))
                .with("access_logs", Values.map("bucket", "acme-logs", "enabled", true, "prefix", "web"));
        try (Bench bench = Bench.of("aws_lb", moto)) {
            ObjectState balancer = bench.create(web);

            assertThat(balancer.attributes().entries())
                    .containsEntry("name", Value.of("web"))
                    .containsEntry("load_balancer_type", Value.of("application"))
                    .containsEntry("internal", Value.of(true))
                    .containsEntry("ip_address_type", Value.of("ipv4"))
                    .containsEntry("vpc_id", surroundings.vpc())
                    .containsEntry("dns_name", Value.of("web-1.eu-central-1.elb.amazonaws.com"))
                    .containsEntry("idle_timeout", Value.of(120))
                    .containsEntry("client_keep_alive", Value.of(3600))
                    .containsEntry("enable_http2", Value.of(true))
                    .containsEntry("access_logs", Values.map("bucket", "acme-logs", "enabled", true, "prefix", "web"))
                    .containsEntry("connection_logs", Value.ofNull())
                    .containsEntry("tags_all", Values.map("team", "network"));
            assertThat(balancer.attributes().text("arn_suffix").orElseThrow()).matches("app/web/[0-9a-f]+");
            assertThat(balancer.attributes().text("arn").orElseThrow())
                    .endsWith("loadbalancer/"
                            + balancer.attributes().text("arn_suffix").orElseThrow());
            assertThat(bench.read(balancer)).isEqualTo(new ReadResult.Present(balancer));
            assertThat(bench.plan(balancer.attributes(), web).attributes()).isEqualTo(balancer.attributes());
        }
    }

    @Test
    void changesAttributesPlaceAndTagsInPlace(MotoServer moto) throws Exception {
        Surroundings surroundings = new Surroundings(moto);
        MapValue web = surroundings
                .balancer("web")
                .with("access_logs", Values.map("bucket", "acme-logs", "enabled", true, "prefix", Value.ofNull()));
        try (Bench bench = Bench.of("aws_lb", moto)) {
            ObjectState balancer = bench.create(web);

            ObjectState changed = bench.update(
                    balancer,
                    surroundings
                            .balancer("web")
                            .with("subnets", Value.list(surroundings.subnet(1), surroundings.subnet(2)))
                            .with("drop_invalid_header_fields", Value.of(true))
                            .with("ip_address_type", Value.of("dualstack"))
                            .with("tags", Values.map("stage", "test")));

            assertThat(changed.attributes().get("access_logs")).isEqualTo(Value.ofNull());
            assertThat(changed.attributes().get("tags_all")).isEqualTo(Values.map("stage", "test", "team", "network"));
            assertThat(bench.read(changed)).isEqualTo(new ReadResult.Present(changed));
        }
    }

    @Test
    void takesOverNoLoadBalancerOfSomebodyElse(MotoServer moto) throws Exception {
        MapValue web = new Surroundings(moto).balancer("web");
        try (Bench bench = Bench.of("aws_lb", moto)) {
            ObjectState theirs = bench.create(web, "operation-1");
            Diagnostic taken = Diagnostic.error(
                            "The load balancer \"web\" is there already",
                            "This account has a load balancer of this name that Corbel did not create here.")
                    .withHint("To manage it: adopt('aws_lb.test') { id = '"
                            + theirs.attributes().text("id").orElseThrow() + "' }.");

            assertThatExceptionOfType(ProviderException.class)
                    .isThrownBy(() -> bench.create(web, "operation-2"))
                    .satisfies(failure -> assertThat(failure.diagnostic()).isEqualTo(taken));
            assertThatExceptionOfType(ProviderException.class)
                    .isThrownBy(() -> bench.type().recover(bench.session(), bench.request(web, "operation-2")))
                    .satisfies(failure -> assertThat(failure.diagnostic()).isEqualTo(taken));
        }
    }

    @Test
    void makesUpANameThatTheOperationDecides(MotoServer moto) throws Exception {
        MapValue web = new Surroundings(moto)
                .balancer("web")
                .with("name", Value.ofNull())
                .with("name_prefix", Value.of("web-"));
        try (Bench bench = Bench.of("aws_lb", moto)) {
            ObjectState balancer = bench.create(web, "operation-1");

            assertThat(balancer.attributes().text("name").orElseThrow()).matches("web-[a-z0-9]{26}");
            assertThat(bench.type().recover(bench.session(), bench.request(web, "operation-1")))
                    .hasValue(balancer);
        }
    }

    @Test
    void readsMoreThanOneCallTakesWithTheMissingOnesAbsent(MotoServer moto) throws Exception {
        Surroundings surroundings = new Surroundings(moto);
        try (Bench bench = Bench.of("aws_lb", moto)) {
            List<ObjectState> balancers = new ArrayList<>();
            for (int i = 0; i < 23; i++) {
                balancers.add(bench.create(surroundings.balancer("web-" + i)));
            }
            bench.delete(balancers.get(0));

            List<ReadResult> results = bench.read(balancers);

            assertThat(results.get(0)).isEqualTo(new ReadResult.Absent());
            assertThat(results.subList(1, 23))
                    .isEqualTo(balancers.subList(1, 23).stream()
                            .map(ReadResult.Present::new)
                            .toList());
        }
    }

    @Test
    void isReplacedWhereANetworkLoadBalancerWouldLeaveAZone(MotoServer moto) throws Exception {
        Surroundings surroundings = new Surroundings(moto);
        MapValue network = surroundings.balancer("web").with("load_balancer_type", Value.of("network"));
        try (Bench bench = Bench.of("aws_lb", moto)) {
            ObjectState balancer = bench.create(network);

            assertThat(bench.plan(balancer.attributes(), network.with("subnets", Value.list(surroundings.subnet(0))))
                            .replacedFor())
                    .extracting(Object::toString)
                    .containsExactly("subnets");
            assertThat(bench.plan(
                                    balancer.attributes(),
                                    network.with(
                                            "subnets",
                                            Value.list(
                                                    surroundings.subnet(0),
                                                    surroundings.subnet(1),
                                                    surroundings.subnet(2))))
                            .replacedFor())
                    .isEmpty();
        }
    }

    @Test
    void saysWhatDoesNotGoTogether() {
        assertThat(TYPE.validate(Values.map("load_balancer_type", "application")))
                .containsExactly(Diagnostic.error(
                        "The load balancer has no subnets", "Set subnets, or write a block subnet_mapping for each."));
        assertThat(TYPE.validate(Values.map(
                        "subnets",
                        List.of("subnet-1"),
                        "subnet_mapping",
                        List.of(Values.map("subnet_id", "subnet-1")))))
                .containsExactly(Diagnostic.error(
                        "subnets conflicts with subnet_mapping", "Say in one way where the load balancer is."));
        assertThat(TYPE.validate(Values.map(
                        "load_balancer_type", "network", "subnets", List.of("subnet-1"), "idle_timeout", 120)))
                .containsExactly(Diagnostic.error(
                        "idle_timeout does not go with a load balancer of the type network",
                        "Take it away, or choose another kind."));
        assertThat(TYPE.validate(Values.map("subnets", List.of("subnet-1"), "name", "web", "name_prefix", "web-")))
                .containsExactly(Diagnostic.error("name conflicts with name_prefix", "Set one of them, or neither."));
    }
}
