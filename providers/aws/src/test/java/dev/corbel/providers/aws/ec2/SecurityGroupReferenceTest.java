package dev.corbel.providers.aws.ec2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.emulators.MotoExtension;
import dev.corbel.emulators.proxy.AwsProxy;
import dev.corbel.emulators.proxy.ProxyExtension;
import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderContext;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.Bench;
import dev.corbel.providers.conformance.Values;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith({MotoExtension.class, ProxyExtension.class})
class SecurityGroupReferenceTest {

    private static Bench bench(AwsProxy aws, String type) {
        return Bench.at(type, aws.endpoint().toString(), ProviderContext.system(Path.of("."), "test"));
    }

    private static Value group(AwsProxy aws, String name) throws Exception {
        try (Bench bench = bench(aws, "aws_security_group")) {
            return bench.create(Values.map("name", name)).attributes().get("id");
        }
    }

    @Test
    void letsInAnotherGroupInstead(AwsProxy aws) throws Exception {
        MapValue fromWeb = Values.map(
                "security_group_id",
                group(aws, "database"),
                "description",
                "From the web",
                "ip_protocol",
                "tcp",
                "from_port",
                5432,
                "to_port",
                5432,
                "referenced_security_group_id",
                group(aws, "web"));
        try (Bench bench = bench(aws, "aws_vpc_security_group_ingress_rule")) {
            ObjectState rule = bench.create(fromWeb);
            assertThat(bench.read(rule)).isEqualTo(new ReadResult.Present(rule));

            Value other = group(aws, "jobs");
            ObjectState changed = bench.update(
                    rule,
                    fromWeb.with("referenced_security_group_id", other).with("description", Value.of("From the jobs")));

            assertThat(changed.attributes().get("id"))
                    .isEqualTo(rule.attributes().get("id"));
            assertThat(changed.attributes().get("referenced_security_group_id")).isEqualTo(other);
            assertThat(bench.read(changed)).isEqualTo(new ReadResult.Present(changed));
        }
    }

    @Test
    void letsInAnotherRangeInstead(AwsProxy aws) throws Exception {
        MapValue fromRange = Values.map(
                "security_group_id",
                group(aws, "web"),
                "ip_protocol",
                "tcp",
                "from_port",
                443,
                "to_port",
                443,
                "cidr_ipv6",
                "2001:db8::/32");
        try (Bench bench = bench(aws, "aws_vpc_security_group_ingress_rule")) {
            ObjectState rule = bench.create(fromRange);

            ObjectState changed = bench.update(rule, fromRange.with("cidr_ipv6", Value.of("2001:db8::/48")));

            assertThat(bench.read(changed)).isEqualTo(new ReadResult.Present(changed));
        }
    }
}
