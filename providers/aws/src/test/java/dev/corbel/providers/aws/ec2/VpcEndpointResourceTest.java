package dev.corbel.providers.aws.ec2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(MotoExtension.class)
class VpcEndpointResourceTest {

    private static ObjectState make(MotoServer moto, String type, MapValue attributes) throws Exception {
        try (Bench bench = Bench.of(type, moto)) {
            return bench.create(attributes);
        }
    }

    private static Value id(ObjectState object) {
        return object.attributes().get("id");
    }

    private static ObjectState vpc(MotoServer moto) throws Exception {
        return make(moto, "aws_vpc", Values.map("cidr_block", "10.0.0.0/16"));
    }

    private static Value subnet(MotoServer moto, ObjectState vpc, String zone, String range) throws Exception {
        return id(make(
                moto,
                "aws_subnet",
                Values.map("vpc_id", id(vpc), "availability_zone", "eu-central-1" + zone, "cidr_block", range)));
    }

    @Test
    void leadsRouteTablesToS3(MotoServer moto) throws Exception {
        ObjectState vpc = vpc(moto);
        MapValue toS3 = Values.map(
                "vpc_id",
                id(vpc),
                "service_name",
                "com.amazonaws.eu-central-1.s3",
                "route_table_ids",
                Value.list(vpc.attributes().get("main_route_table_id")));
        try (Bench bench = Bench.of("aws_vpc_endpoint", moto)) {
            ObjectState endpoint = bench.create(toS3);

            String id = endpoint.attributes().text("id").orElseThrow();
            assertThat(id).startsWith("vpce-");
            assertThat(endpoint.attributes().text("arn"))
                    .hasValue("arn:aws:ec2:eu-central-1:123456789012:vpc-endpoint/" + id);
            assertThat(endpoint.attributes().text("vpc_endpoint_type")).hasValue("Gateway");
            assertThat(endpoint.attributes().text("state")).hasValue("available");
            assertThat(endpoint.attributes().text("prefix_list_id").orElseThrow())
                    .startsWith("pl-");
            assertThat(bench.read(endpoint)).isEqualTo(new ReadResult.Present(endpoint));
            assertThat(bench.plan(endpoint.attributes(), toS3).attributes().entries())
                    .isEqualTo(endpoint.attributes().entries());

            bench.delete(endpoint);
            assertThat(bench.read(endpoint)).isEqualTo(new ReadResult.Absent());
        }
    }

    @Test
    void movesAnInterfaceBetweenSubnetsAndSecurityGroups(MotoServer moto) throws Exception {
        ObjectState vpc = vpc(moto);
        Value first = subnet(moto, vpc, "a", "10.0.1.0/24");
        Value second = subnet(moto, vpc, "b", "10.0.2.0/24");
        Value third = subnet(moto, vpc, "c", "10.0.3.0/24");
        Value group = id(make(moto, "aws_security_group", Values.map("vpc_id", id(vpc), "name", "endpoints")));
        MapValue secrets = Values.map(
                "vpc_id",
                id(vpc),
                "service_name",
                "com.amazonaws.eu-central-1.secretsmanager",
                "vpc_endpoint_type",
                "Interface",
                "private_dns_enabled",
                true,
                "subnet_ids",
                Attributes.setOf(List.of(first, second)),
                "security_group_ids",
                Value.list(vpc.attributes().get("default_security_group_id")));
        try (Bench bench = Bench.of("aws_vpc_endpoint", moto)) {
            ObjectState endpoint = bench.create(secrets);
            assertThat(((ListValue) endpoint.attributes().get("network_interface_ids")).elements())
                    .hasSize(2);
            assertThat(((ListValue) endpoint.attributes().get("dns_entry")).elements())
                    .hasSize(1);
            assertThat(endpoint.attributes().get("prefix_list_id")).isEqualTo(Value.ofNull());

            MapValue moved = secrets.with("subnet_ids", Attributes.setOf(List.of(second, third)))
                    .with("security_group_ids", Value.list(group));
            MapValue planned = bench.plan(endpoint.attributes(), moved).attributes();
            assertThat(planned.get("network_interface_ids")).isEqualTo(Value.unknown());
            assertThat(planned.get("dns_entry")).isEqualTo(Value.unknown());
            ObjectState changed = bench.update(endpoint, moved);

            assertThat(id(changed)).isEqualTo(id(endpoint));
            assertThat(bench.read(changed)).isEqualTo(new ReadResult.Present(changed));
            bench.delete(changed);
            bench.delete(changed);
        }
    }

    @Test
    void keepsThePolicyWhileItSaysTheSame(MotoServer moto) throws Exception {
        MapValue toS3 = Values.map(
                "vpc_id",
                id(vpc(moto)),
                "service_name",
                "com.amazonaws.eu-central-1.s3",
                "policy",
                "{\"Statement\":[]}");
        try (Bench bench = Bench.of("aws_vpc_endpoint", moto)) {
            ObjectState endpoint = bench.create(toS3);

            assertThat(bench.plan(endpoint.attributes(), toS3.with("policy", Value.of("{ \"Statement\": [ ] }")))
                            .attributes()
                            .get("policy"))
                    .isEqualTo(Value.of("{\"Statement\":[]}"));
        }
    }

    @Test
    void readsTheRestWhereOneIsGone(MotoServer moto) throws Exception {
        MapValue toS3 = Values.map("vpc_id", id(vpc(moto)), "service_name", "com.amazonaws.eu-central-1.s3");
        try (Bench bench = Bench.of("aws_vpc_endpoint", moto)) {
            ObjectState there = bench.create(toS3);
            ObjectState never = new ObjectState(there.attributes().with("id", Value.of("vpce-0123456789abcdef0")));

            assertThat(bench.read(List.of(never, there)))
                    .containsExactly(new ReadResult.Absent(), new ReadResult.Present(there));
            assertThatExceptionOfType(dev.corbel.providers.api.ProviderException.class)
                    .isThrownBy(() -> bench.update(never, toS3.with("tags", Values.map("a", "b"))))
                    .satisfies(failure -> assertThat(failure.diagnostic().summary())
                            .isEqualTo("The VPC endpoint vpce-0123456789abcdef0 is gone"));
        }
    }
}
