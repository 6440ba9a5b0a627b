package dev.corbel.providers.aws.ec2;

import dev.corbel.emulators.MotoServer;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.MotoContract;
import dev.corbel.providers.conformance.Specimen;
import dev.corbel.providers.conformance.Values;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

class SecurityGroupIngressRuleContractTest extends MotoContract {
    private final Map<String, Integer> ports = new ConcurrentHashMap<>();
    private final AtomicInteger next = new AtomicInteger(8000);
    private @Nullable Value group;

    SecurityGroupIngressRuleContractTest(MotoServer moto) {
        super(moto);
    }

    private synchronized Value group() {
        Value present = group;
        if (present == null) {
            present = prerequisite("aws_security_group", Values.map("name", "app"));
            group = present;
        }
        return present;
    }

    @Override
    protected Specimen specimen() {
        return new Specimen() {
            @Override
            public String type() {
                return "aws_vpc_security_group_ingress_rule";
            }

            @Override
            public MapValue configuration(String distinct) {
                int port = ports.computeIfAbsent(distinct, name -> next.incrementAndGet());
                return Values.map(
                        "security_group_id",
                        group(),
                        "ip_protocol",
                        "tcp",
                        "from_port",
                        port,
                        "to_port",
                        port,
                        "cidr_ipv4",
                        "10.0.0.0/16",
                        "tags",
                        Values.map("Name", distinct));
            }

            @Override
            public MapValue changedInPlace(MapValue configuration) {
                return configuration
                        .with("cidr_ipv4", Value.of("10.0.0.0/8"))
                        .with("description", Value.of("From inside"))
                        .with("tags", Values.map("stage", "test"));
            }

            @Override
            public Optional<MapValue> changedByReplacement(MapValue configuration) {
                return Optional.of(
                        configuration.with("cidr_ipv4", Value.ofNull()).with("cidr_ipv6", Value.of("2001:db8::/32")));
            }

            @Override
            public String absentId() {
                return "sgr-0123456789abcdef0";
            }
        };
    }
}
