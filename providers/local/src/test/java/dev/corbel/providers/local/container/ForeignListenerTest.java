package dev.corbel.providers.local.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.corbel.providers.api.ProviderContext;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ResourceType;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.conformance.Values;
import dev.corbel.providers.local.place.LocalSession;
import dev.corbel.providers.local.place.SupervisorClient;
import dev.corbel.providers.local.supervisor.Place;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Another program that takes the port of a container between the look at it and the container's own start. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "which process listens on a port is told by Linux alone")
class ForeignListenerTest {
    @TempDir
    Path project;

    @AfterEach
    void endProcesses() throws Exception {
        SupervisorClient.stop(Place.of(project, "test"));
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static HttpServer listenOnce(Path started, int port) throws Exception {
        while (!Files.exists(started)) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        return server;
    }

    @Test
    void itsAnswersAreNotTakenForThoseOfTheContainer() throws Exception {
        Path started = project.resolve("started");
        int port = freePort();
        CompletableFuture<HttpServer> other = CompletableFuture.supplyAsync(() -> {
            try {
                return listenOnce(started, port);
            } catch (Exception failure) {
                throw new IllegalStateException(failure);
            }
        });
        String command = "touch '" + started + "'; sleep 3; echo the port is taken; exit 1";

        assertThatThrownBy(() -> new LocalContainer()
                        .create(
                                new LocalSession(ProviderContext.system(project, "test")),
                                new ResourceType.CreateRequest(
                                        Address.resource(LocalContainer.TYPE, "web"),
                                        Values.map(
                                                "name",
                                                "web",
                                                "command",
                                                List.of("sh", "-c", command),
                                                "port",
                                                port,
                                                "health",
                                                Values.map("path", "/"),
                                                "start_seconds",
                                                30,
                                                "stop_seconds",
                                                10),
                                        "token",
                                        Optional.empty())))
                .isInstanceOfSatisfying(ProviderException.class, failure -> assertThat(
                                failure.diagnostic().detail())
                        .contains("Its command ended before it was well.", "the port is taken"));
        other.get().stop(0);
    }
}
