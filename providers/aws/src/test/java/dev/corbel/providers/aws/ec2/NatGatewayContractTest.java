package dev.corbel.providers.aws.ec2;

import dev.corbel.emulators.MotoServer;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.aws.MotoContract;
import dev.corbel.providers.conformance.Specimen;
import dev.corbel.providers.conformance.Values;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

class NatGatewayContractTest extends MotoContract {
    private final Map<String, MapValue> configurations = new ConcurrentHashMap<>();
    private final Network network;

    NatGatewayContractTest(MotoServer moto) {
        super(moto);
        network = new Network(moto);
    }

    @Override
    protected Specimen specimen() {
        return new Specimen() {
            @Override
            public String type() {
                return "aws_nat_gateway";
            }

            @Override
            public MapValue configuration(String distinct) {
                return configurations.computeIfAbsent(
                        distinct,
                        name -> Values.map(
                                "subnet_id",
                                network.subnet(),
                                "allocation_id",
                                network.address(),
                                "tags",
                                Values.map("Name", name)));
            }

            @Override
            public MapValue changedInPlace(MapValue configuration) {
                return configuration.with("tags", Values.map("stage", "test"));
            }

            @Override
            public Optional<MapValue> changedByReplacement(MapValue configuration) {
                return Optional.of(configuration.with("allocation_id", network.address()));
            }

            @Override
            public String absentId() {
                return "nat-0123456789abcdef0";
            }
        };
    }
}
