package dev.corbel.providers.aws.ec2;

import dev.corbel.emulators.MotoServer;
import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.aws.MotoContract;
import dev.corbel.providers.conformance.Specimen;
import dev.corbel.providers.conformance.Values;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

class RouteContractTest extends MotoContract {
    private final Map<String, Value> tables = new ConcurrentHashMap<>();
    private final Network network;

    RouteContractTest(MotoServer moto) {
        super(moto);
        network = new Network(moto);
    }

    @Override
    protected Specimen specimen() {
        return new Specimen() {
            @Override
            public String type() {
                return "aws_route";
            }

            @Override
            public MapValue configuration(String distinct) {
                return Values.map(
                        "route_table_id",
                        tables.computeIfAbsent(distinct, name -> network.routeTable()),
                        "destination_cidr_block",
                        "0.0.0.0/0",
                        "gateway_id",
                        network.internetGateway());
            }

            @Override
            public MapValue changedInPlace(MapValue configuration) {
                return configuration.with("gateway_id", Value.ofNull()).with("nat_gateway_id", network.natGateway());
            }

            @Override
            public Optional<MapValue> changedByReplacement(MapValue configuration) {
                return Optional.of(configuration.with("destination_cidr_block", Value.of("192.0.2.0/24")));
            }

            @Override
            public String importId(ObjectState object) {
                return object.attributes().get("route_table_id") + "_0.0.0.0/0";
            }

            @Override
            public boolean isSetting() {
                return true;
            }

            @Override
            public String absentId() {
                return "rtb-0123456789abcdef0_0.0.0.0/0";
            }
        };
    }
}
