package dev.corbel.providers.aws.ec2;

import dev.corbel.emulators.MotoServer;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.MotoContract;
import dev.corbel.providers.conformance.Specimen;
import dev.corbel.providers.conformance.Values;
import java.util.List;
import java.util.Optional;

class RouteTableContractTest extends MotoContract {
    private final Network network;

    RouteTableContractTest(MotoServer moto) {
        super(moto);
        network = new Network(moto);
    }

    @Override
    protected Specimen specimen() {
        return new Specimen() {
            @Override
            public String type() {
                return "aws_route_table";
            }

            @Override
            public MapValue configuration(String distinct) {
                return Values.map(
                        "vpc_id",
                        network.vpc(),
                        "route",
                        List.of(Values.map("cidr_block", "0.0.0.0/0", "gateway_id", network.internetGateway())),
                        "tags",
                        Values.map("Name", distinct));
            }

            @Override
            public MapValue changedInPlace(MapValue configuration) {
                return configuration.with(
                        "route",
                        Value.list(Values.map("ipv6_cidr_block", "::/0", "gateway_id", network.internetGateway())));
            }

            @Override
            public Optional<MapValue> changedByReplacement(MapValue configuration) {
                return Optional.of(configuration.with("vpc_id", Value.of("vpc-0123456789abcdef0")));
            }

            @Override
            public String absentId() {
                return "rtb-0123456789abcdef0";
            }
        };
    }
}
