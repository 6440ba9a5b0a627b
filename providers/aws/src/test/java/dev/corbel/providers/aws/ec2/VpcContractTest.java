package dev.corbel.providers.aws.ec2;

import dev.corbel.emulators.MotoServer;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.MotoContract;
import dev.corbel.providers.conformance.Specimen;
import dev.corbel.providers.conformance.Values;
import java.util.Optional;

class VpcContractTest extends MotoContract {
    VpcContractTest(MotoServer moto) {
        super(moto);
    }

    @Override
    protected Specimen specimen() {
        return new Specimen() {
            @Override
            public String type() {
                return "aws_vpc";
            }

            @Override
            public MapValue configuration(String distinct) {
                return Values.map("cidr_block", "10.0.0.0/16", "tags", Values.map("Name", distinct));
            }

            @Override
            public MapValue changedInPlace(MapValue configuration) {
                return configuration
                        .with("enable_dns_hostnames", Value.of(true))
                        .with("tags", Values.map("stage", "test"));
            }

            @Override
            public Optional<MapValue> changedByReplacement(MapValue configuration) {
                return Optional.of(configuration.with("cidr_block", Value.of("10.1.0.0/16")));
            }

            @Override
            public String absentId() {
                return "vpc-0123456789abcdef0";
            }
        };
    }
}
