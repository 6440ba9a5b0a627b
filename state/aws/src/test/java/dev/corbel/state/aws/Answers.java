package dev.corbel.state.aws;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** A service that says what it is told to, in order, and remembers what it was asked. */
final class Answers implements AutoCloseable {
    private final HttpServer server;
    private final Deque<Answer> next = new ArrayDeque<>();
    private final List<String> asked = new ArrayList<>();
    private final List<String> scopes = new ArrayList<>();

    private record Answer(int status, Map<String, String> headers, String body) {}

    Answers() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.createContext("/", this::handle);
        server.start();
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    synchronized Answers answer(int status, String body) {
        return answer(status, Map.of(), body);
    }

    synchronized Answers answer(int status, Map<String, String> headers, String body) {
        next.add(new Answer(status, headers, body));
        return this;
    }

    /** An error as S3 writes it. */
    Answers error(int status, String code, String message) {
        return error(status, Map.of(), code, message);
    }

    Answers error(int status, Map<String, String> headers, String code, String message) {
        return answer(
                status,
                headers,
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>" + code + "</Code><Message>" + message
                        + "</Message><RequestId>4442587FB7D0A2F9</RequestId></Error>");
    }

    /** Method and path of each request, and those headers that matter. */
    synchronized List<String> asked() {
        return List.copyOf(asked);
    }

    /** Region and service that each request was signed for. */
    synchronized List<String> scopes() {
        return List.copyOf(scopes);
    }

    private synchronized void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            StringBuilder line = new StringBuilder(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            for (String header : List.of(
                    "If-Match",
                    "If-None-Match",
                    "x-amz-expected-bucket-owner",
                    "x-amz-server-side-encryption",
                    "x-amz-server-side-encryption-aws-kms-key-id")) {
                String value = exchange.getRequestHeaders().getFirst(header);
                if (value != null) {
                    line.append(", ").append(header).append(": ").append(value);
                }
            }
            asked.add(line.toString());
            scopes.add(exchange.getRequestHeaders()
                    .getFirst("Authorization")
                    .replaceFirst(".*Credential=[^/]+/\\d+/", "")
                    .replaceFirst("/aws4_request.*", ""));
            Answer answer = next.isEmpty() ? new Answer(500, Map.of(), "nothing was prepared") : next.remove();
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
