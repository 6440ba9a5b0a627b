package dev.corbel.providers.aws.ec2;

import dev.corbel.emulators.MotoServer;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.MotoContract;
import dev.corbel.providers.conformance.Specimen;
import dev.corbel.providers.conformance.Values;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

class InternetGatewayContractTest extends MotoContract {
    private final Map<String, MapValue> configurations = new ConcurrentHashMap<>();
    private final Network network;

    InternetGatewayContractTest(MotoServer moto) {
        super(moto);
        network = new Network(moto);
    }

    @Override
    protected Specimen specimen() {
        return new Specimen() {
            @Override
            public String type() {
                return "aws_internet_gateway";
            }

            @Override
            public MapValue configuration(String distinct) {
                return configurations.computeIfAbsent(
                        distinct,
                        name -> Values.map(
                                "vpc_id",
                                network.make("aws_vpc", Values.map("cidr_block", "10.0.0.0/16")),
                                "tags",
                                Values.map("Name", name)));
            }

            @Override
            public MapValue changedInPlace(MapValue configuration) {
                return configuration.with("vpc_id", Value.of("")).with("tags", Values.map("stage", "test"));
            }

            @Override
            public String absentId() {
                return "igw-0123456789abcdef0";
            }
        };
    }
}
