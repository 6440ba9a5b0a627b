package dev.corbel.emulators.proxy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The emulator itself. */
final class Upstream {
    /** Headers that belong to one connection, or that the client sets itself. */
    private static final Set<String> HOP_BY_HOP = Set.of(
            "connection",
            "content-length",
            "expect",
            "host",
            "http2-settings",
            "keep-alive",
            "transfer-encoding",
            "upgrade");

    private final URI emulator;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Upstream(URI emulator) {
        this.emulator = emulator;
    }

    ProxyResponse ask(ProxyRequest request) throws IOException {
        HttpRequest.Builder forwarded = HttpRequest.newBuilder(URI.create(emulator + request.target()))
                .timeout(Duration.ofMinutes(1))
                .method(
                        request.method(),
                        HttpRequest.BodyPublishers.ofString(request.body(), StandardCharsets.ISO_8859_1));
        request.headers().forEach((name, values) -> {
            if (!HOP_BY_HOP.contains(name)) {
                values.forEach(value -> forwarded.header(name, value));
            }
        });
        try {
            return response(
                    http.send(forwarded.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.ISO_8859_1)));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the emulator answered", interrupted);
        }
    }

    private static ProxyResponse response(HttpResponse<String> response) {
        Map<String, List<String>> headers = new HashMap<>();
        response.headers().map().forEach((name, values) -> {
            if (!HOP_BY_HOP.contains(name.toLowerCase(Locale.ROOT))) {
                headers.put(name.toLowerCase(Locale.ROOT), values);
            }
        });
        return new ProxyResponse(response.statusCode(), headers, response.body());
    }
}
