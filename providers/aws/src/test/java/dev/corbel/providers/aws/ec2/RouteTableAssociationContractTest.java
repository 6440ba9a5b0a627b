package dev.corbel.providers.aws.ec2;

import dev.corbel.emulators.MotoServer;
import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.aws.MotoContract;
import dev.corbel.providers.conformance.Specimen;
import dev.corbel.providers.conformance.Values;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

class RouteTableAssociationContractTest extends MotoContract {
    private final Map<String, MapValue> configurations = new ConcurrentHashMap<>();
    private final Network network;

    RouteTableAssociationContractTest(MotoServer moto) {
        super(moto);
        network = new Network(moto);
    }

    @Override
    protected Specimen specimen() {
        return new Specimen() {
            @Override
            public String type() {
                return "aws_route_table_association";
            }

            @Override
            public MapValue configuration(String distinct) {
                return configurations.computeIfAbsent(
                        distinct,
                        name -> Values.map("subnet_id", network.subnet(), "route_table_id", network.routeTable()));
            }

            @Override
            public MapValue changedInPlace(MapValue configuration) {
                return configuration.with("route_table_id", network.routeTable());
            }

            @Override
            public Optional<MapValue> changedByReplacement(MapValue configuration) {
                return Optional.of(configuration.with("subnet_id", network.subnet()));
            }

            @Override
            public String importId(ObjectState object) {
                return object.attributes().get("subnet_id") + "/"
                        + object.attributes().get("route_table_id");
            }

            @Override
            public boolean isSetting() {
                return true;
            }

            @Override
            public boolean changesIdInPlace() {
                return true;
            }

            @Override
            public String absentId() {
                return "subnet-0123456789abcdef0/rtb-0123456789abcdef0";
            }
        };
    }
}
