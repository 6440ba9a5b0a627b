package dev.corbel.emulators.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.emulators.BuildFolder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The app of the examples, as tests deploy it on hosts. */
@EnabledOnOs(OS.LINUX)
class ExampleAppTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private record App(Process process, URI address) implements AutoCloseable {
        static App start(Map<String, String> settings) throws Exception {
            int port;
            try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                port = socket.getLocalPort();
            }
            ProcessBuilder builder = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            BuildFolder.file("examples/onprem/app/App.java").toString())
                    .inheritIO();
            builder.environment().put("PORT", Integer.toString(port));
            builder.environment().putAll(settings);
            App app = new App(builder.start(), URI.create("http://127.0.0.1:" + port));
            Instant deadline = Instant.now().plus(PATIENCE);
            while (!app.listens()) {
                assertThat(app.process.isAlive()).isTrue();
                assertThat(Instant.now()).isBefore(deadline);
                Thread.sleep(50);
            }
            return app;
        }

        private boolean listens() throws InterruptedException {
            try {
                get("/health");
                return true;
            } catch (IOException notYet) {
                return false;
            }
        }

        HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
            return HTTP.send(request(path, headers), HttpResponse.BodyHandlers.ofString());
        }

        HttpRequest request(String path, String... headers) {
            HttpRequest.Builder builder =
                    HttpRequest.newBuilder(address.resolve(path)).timeout(Duration.ofSeconds(10));
            return (headers.length == 0 ? builder : builder.headers(headers)).build();
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }
    }

    @Test
    void answersAsItsSettingsSay() throws Exception {
        Map<String, String> settings =
                Map.of("APP_VERSION", "2", "APP_COLOUR", "blue", "APP_HEALTH", "broken", "APP_START_SECONDS", "1");
        try (App app = App.start(settings)) {
            assertThat(app.get("/").body()).matches("version 2\nhost \\S+\nclient 127.0.0.1\n");
            assertThat(app.get("/", "X-Forwarded-For", "10.9.9.9, 10.1.2.3").body())
                    .endsWith("client 10.1.2.3\n");
            assertThat(app.get("/env").body())
                    .isEqualTo("APP_COLOUR=blue\nAPP_HEALTH=broken\nAPP_START_SECONDS=1\nAPP_VERSION=2\n");
            assertThat(app.get("/health").statusCode()).isEqualTo(500);
            assertThat(app.get("/nothing").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void finishesItsAnswersWhenItIsToldToEnd() throws Exception {
        try (App app = App.start(Map.of("APP_ANSWER_MILLIS", "1000"))) {
            CompletableFuture<HttpResponse<String>> last =
                    HTTP.sendAsync(app.request("/"), HttpResponse.BodyHandlers.ofString());
            Thread.sleep(400);
            app.process().destroy();

            assertThat(last.get(10, TimeUnit.SECONDS).body()).startsWith("version 1\n");
            assertThat(app.process().waitFor(10, TimeUnit.SECONDS)).isTrue();
        }
    }
}
