package dev.corbel.providers.local.balancer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The proxy in front of real servers. */
class BalancerTest {
    private static final int BACKLOG = 50;

    private final List<HttpServer> servers = new ArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch slowAsked = new CountDownLatch(1);
    private final CountDownLatch slowAnswers = new CountDownLatch(1);
    private Balancer balancer;

    @BeforeEach
    void start() throws IOException {
        balancer = Balancer.start(freePort(), true);
    }

    @AfterEach
    void stop() {
        balancer.close();
        servers.forEach(server -> server.stop(0));
        threads.shutdownNow();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private HttpServer server(String name) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> answer(exchange, name));
        server.createContext("/slow", exchange -> {
            slowAsked.countDown();
            try {
                slowAnswers.await();
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
            answer(exchange, name);
        });
        server.start();
        servers.add(server);
        return server;
    }

    private static void answer(HttpExchange exchange, String name) throws IOException {
        String text = name + " " + exchange.getRequestHeaders().getFirst("X-Forwarded-For");
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    private static int port(HttpServer server) {
        return server.getAddress().getPort();
    }

    private HttpRequest request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + balancer.port() + path));
        return (headers.length == 0 ? request : request.headers(headers)).build();
    }

    private HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(request(path, headers), HttpResponse.BodyHandlers.ofString());
    }

    private Set<String> bodies(int count, String... headers) throws IOException, InterruptedException {
        Set<String> bodies = new TreeSet<>();
        for (int i = 0; i < count; i++) {
            HttpResponse<String> response = get("/", headers);
            assertThat(response.statusCode()).isEqualTo(200);
            bodies.add(response.body());
        }
        return bodies;
    }

    @Test
    void aClientStaysWithOneTargetByItsCookieAndGetsAnotherWhereThatIsGone() throws Exception {
        HttpServer one = server("one");
        HttpServer two = server("two");
        balancer.send(Map.of("one", port(one), "two", port(two)));
        assertThat(bodies(10)).hasSize(2);

        HttpResponse<String> first = get("/");
        String cookie = first.headers().firstValue("set-cookie").orElseThrow();
        assertThat(cookie).contains("HttpOnly", "SameSite=Lax");
        String[] header = {"Cookie", cookie.split(";", 2)[0]};
        assertThat(bodies(10, header)).containsExactly(first.body());
        assertThat(get("/", header).headers().firstValue("set-cookie")).isEmpty();

        (first.body().startsWith("one") ? one : two).stop(0);
        assertThat(bodies(10, header)).hasSize(1).doesNotContain(first.body());
        assertThat(get("/", header).headers().firstValue("set-cookie")).isPresent();
    }

    @Test
    void aClientOfATargetThatDiesGetsAnotherWhileItsPortStillTakesConnections() throws Exception {
        HttpServer well = server("well");
        try (ServerSocket dying = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress())) {
            threads.execute(() -> closeAllThatComes(dying));
            balancer.send(Map.of("dying", dying.getLocalPort(), "well", port(well)));

            assertThat(bodies(10, "Cookie", Balancer.COOKIE + "=1.dying-" + dying.getLocalPort()))
                    .containsExactly("well 127.0.0.1");
        }
    }

    private static void closeAllThatComes(ServerSocket dying) {
        try {
            while (true) {
                Socket socket = dying.accept();
                socket.setSoLinger(true, 0);
                socket.close();
            }
        } catch (IOException ended) {
            // The test has ended.
        }
    }

    @Test
    void targetsLearnWhoTheClientIsWhateverItSays() throws Exception {
        balancer.send(Map.of("one", port(server("one"))));

        assertThat(get("/", "X-Forwarded-For", "192.0.2.1").body()).isEqualTo("one 127.0.0.1");
    }

    @Test
    void aTargetThatGoesServesItsClientsFirst() throws Exception {
        HttpServer old = server("old");
        HttpServer fresh = server("new");
        balancer.send(Map.of("app", port(old)));
        CompletableFuture<HttpResponse<String>> slow =
                HttpClient.newHttpClient().sendAsync(request("/slow"), HttpResponse.BodyHandlers.ofString());
        slowAsked.await();

        balancer.send(Map.of("app", port(fresh)));
        assertThat(bodies(5)).containsExactly("new 127.0.0.1");
        CompletableFuture<Void> drained = CompletableFuture.runAsync(() -> {
            try {
                balancer.drain(port(old), Duration.ofSeconds(20));
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
            assertThat(slow).isDone();
        });
        slowAnswers.countDown();

        assertThat(slow.get().body()).isEqualTo("old 127.0.0.1");
        drained.get();
    }

    @Test
    void withoutATargetItSaysThatTheServiceIsUnavailable() throws Exception {
        assertThat(get("/").statusCode()).isEqualTo(503);
    }

    @Test
    void aPortHasOneListener() {
        assertThatThrownBy(() -> Balancer.start(balancer.port(), false)).isInstanceOf(BindException.class);
    }
}
