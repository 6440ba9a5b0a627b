package dev.corbel.emulators.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoadTest {
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;
    private volatile String version = "old";
    private volatile int status = 200;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdown();
    }

    private void answer(HttpExchange exchange) throws IOException {
        boolean known = exchange.getRequestHeaders().containsKey("Cookie");
        byte[] body = (version + (known ? " known" : "")).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Set-Cookie", "instance=one");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    @Test
    void countsWhatFailsWhileItFails() throws Exception {
        Load load = Load.start(LoadPlan.on(address()).withClients(3));
        assertThat(load.report().failures()).isEmpty();

        status = 503;
        Thread.sleep(200);
        status = 200;
        Thread.sleep(100);
        Instant healed = Instant.now();
        Thread.sleep(200);
        LoadReport report = load.stop();

        assertThat(report.failures()).isNotEmpty().allMatch(failure -> failure.status() == 503);
        assertThat(report.failuresAfter(healed)).isEmpty();
        assertThat(report.answered("old"::equals)).hasSizeGreaterThan(6);
        for (int client = 0; client < 3; client++) {
            assertThat(report.ofClient(client).answers()).isNotEmpty();
        }
        assertThat(report)
                .hasToString("%d requests, %d failed, the slowest took %d ms"
                        .formatted(
                                report.answers().size(),
                                report.failures().size(),
                                report.slowest().toMillis()));
        assertThat(load.report().answers()).hasSameSizeAs(report.answers());
    }

    @Test
    void failsWhereNobodyAnswers() {
        Load load = Load.start(LoadPlan.on(address()).withClients(1));
        server.stop(0);
        Instant gone = Instant.now();
        while (load.report().failuresAfter(gone).isEmpty()) {
            Thread.onSpinWait();
        }

        assertThat(load.stop().failuresAfter(gone))
                .allMatch(failure -> failure.status() == 0)
                .last()
                .satisfies(failure -> assertThat(failure.body()).contains("ConnectException"));
    }

    @Test
    void seesWhichVersionAnswersAndWhen() throws Exception {
        Load watch = Load.start(LoadPlan.watch(address()));
        version = "new";
        Thread.sleep(200);
        LoadReport report = watch.stop();

        Answer old = report.last("old"::equals).orElseThrow();
        Answer successor = report.first("new"::equals).orElseThrow();
        assertThat(old.received()).isBefore(successor.received());
        assertThat(report.last("lost"::equals)).isEmpty();
        assertThat(report.and(report).answers()).hasSize(2 * report.answers().size());
        assertThat(report.slowest()).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void keepsCookiesOnlyWhereItIsAskedTo() throws Exception {
        Load browser = Load.start(LoadPlan.on(address()).withClients(1).withCookies());
        Load plain = Load.start(LoadPlan.on(address()).withClients(1));
        Thread.sleep(100);

        assertThat(browser.stop().answered("old"::equals)).hasSize(1);
        assertThat(plain.stop().answered("old known"::equals)).isEmpty();
    }

    @Test
    void needsAClient() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LoadPlan.on(address()).withClients(0))
                .withMessage("a load has at least one client, not 0");
    }
}
