package dev.corbel.providers.local.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderContext;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ResourceType.CreateRequest;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.conformance.Values;
import dev.corbel.providers.local.loadbalancer.LocalLoadBalancer;
import dev.corbel.providers.local.supervisor.Place;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ports that another program took in the moment after they were found free. */
class LostPortTest {
    @TempDir
    Path project;

    private ServerSocket other = unbound();

    @BeforeEach
    void listen() throws Exception {
        other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void endProcesses() throws Exception {
        other.close();
        SupervisorClient.stop(Place.of(project, "test"));
    }

    private static ServerSocket unbound() {
        try {
            return new ServerSocket();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Gives these ports one after the other, as if they were free. */
    private static final class GivenPorts extends FreePorts {
        private final Queue<Integer> ports;

        GivenPorts(List<Integer> ports) {
            this.ports = new ArrayDeque<>(ports);
        }

        @Override
        synchronized int next(int first, String kind) {
            return ports.remove();
        }
    }

    private ObjectState create(List<Integer> ports) throws ProviderException {
        LocalSession session = new LocalSession(ProviderContext.system(project, "test"), new GivenPorts(ports));
        return new LocalLoadBalancer()
                .create(
                        session,
                        new CreateRequest(
                                Address.resource(LocalLoadBalancer.TYPE, "main"),
                                Values.map("name", "main", "targets", List.of()).with("port", Value.unknown()),
                                "token",
                                Optional.empty()));
    }

    @Test
    void anotherPortIsTaken() throws Exception {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }

        ObjectState made = create(List.of(other.getLocalPort(), free));

        assertThat(made.attributes().get("port")).isEqualTo(Value.of(free));
    }

    @Test
    void itEndsAtSomeTime() {
        int taken = other.getLocalPort();

        assertThatThrownBy(() -> create(List.of(taken, taken, taken, taken)))
                .isInstanceOf(ProviderException.class)
                .hasMessageContaining("does not come up");
    }
}
