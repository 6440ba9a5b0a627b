package dev.corbel.providers.local.loadbalancer;

import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.conformance.Specimen;
import dev.corbel.providers.conformance.Values;
import dev.corbel.providers.local.LocalContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Optional;

class LoadBalancerContractTest extends LocalContract {

    @Override
    protected Specimen specimen() {
        return new Specimen() {
            @Override
            public String type() {
                return LocalLoadBalancer.TYPE;
            }

            @Override
            public MapValue configuration(String distinct) {
                return Values.map("name", "b" + distinct, "targets", List.of("app-1"), "port", freePort());
            }

            @Override
            public MapValue changedInPlace(MapValue configuration) {
                return configuration.with("targets", Value.list(Value.of("app-1"), Value.of("app-2")));
            }

            @Override
            public Optional<MapValue> changedByReplacement(MapValue configuration) {
                return Optional.of(configuration.with("name", Value.of("another")));
            }
        };
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
