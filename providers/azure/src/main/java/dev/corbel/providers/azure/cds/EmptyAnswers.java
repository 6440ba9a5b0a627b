package dev.corbel.providers.azure.cds;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;

/** Signs everybody in, and answers every call to Azure with nothing in it, on a free port of the loopback interface. */
final class EmptyAnswers implements AutoCloseable {
    static final String ID = "00000000-0000-0000-0000-000000000000";

    private final HttpsServer server;
    private final AtomicInteger calls = new AtomicInteger();

    EmptyAnswers(SSLContext context) throws IOException {
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.createContext("/", this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            String path = exchange.getRequestURI().getPath();
            byte[] body = body(exchange.getRequestMethod(), path).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private String body(String method, String path) {
        if (path.endsWith("/openid-configuration")) {
            return """
                {"token_endpoint":"%1$s/token","authorization_endpoint":"%1$s/authorize","issuer":"%1$s",
                "device_authorization_endpoint":"%1$s/devicecode"}\
                """.formatted(endpoint());
        }
        if (path.endsWith("/token")) {
            return "{\"token_type\":\"Bearer\",\"expires_in\":3600,\"access_token\":\"training\"}";
        }
        calls.incrementAndGet();
        if (path.equals("/subscriptions/" + ID)) {
            return "{\"subscriptionId\":\"%s\",\"tenantId\":\"%s\",\"displayName\":\"training\"}".formatted(ID, ID);
        }
        return method.equals("GET") ? "{\"value\":[]}" : "{}";
    }

    String endpoint() {
        return "https://127.0.0.1:" + server.getAddress().getPort();
    }

    /** How many calls to the Azure Resource Manager were answered so far. */
    int calls() {
        return calls.get();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
