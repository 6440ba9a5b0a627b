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

class SecurityGroupEgressRuleContractTest extends MotoContract {
    private final Map<String, Value> groups = new ConcurrentHashMap<>();

    SecurityGroupEgressRuleContractTest(MotoServer moto) {
        super(moto);
    }

    @Override
    protected Specimen specimen() {
        return new Specimen() {
            @Override
            public String type() {
                return "aws_vpc_security_group_egress_rule";
            }

            @Override
            public MapValue configuration(String distinct) {
                Value group = groups.computeIfAbsent(
                        distinct, name -> prerequisite("aws_security_group", Values.map("name", "app-" + name)));
                return Values.map("security_group_id", group, "ip_protocol", "-1", "cidr_ipv4", "0.0.0.0/0");
            }

            @Override
            public MapValue changedInPlace(MapValue configuration) {
                return configuration.with("tags", Values.map("stage", "test"));
            }

            @Override
            public Optional<MapValue> changedByReplacement(MapValue configuration) {
                return Optional.of(configuration.with("security_group_id", Value.of("sg-0123456789abcdef0")));
            }

            @Override
            public String absentId() {
                return "sgr-0123456789abcdef0";
            }
        };
    }
}
