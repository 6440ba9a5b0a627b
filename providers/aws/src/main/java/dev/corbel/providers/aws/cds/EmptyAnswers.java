package dev.corbel.providers.aws.cds;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Answers every call to AWS with success and nothing in it, on a free port of the loopback interface. */
final class EmptyAnswers implements AutoCloseable {
    private static final String CALLER = "<GetCallerIdentityResponse><GetCallerIdentityResult>"
            + "<Account>123456789012</Account><Arn>arn:aws:iam::123456789012:root</Arn><UserId>root</UserId>"
            + "</GetCallerIdentityResult></GetCallerIdentityResponse>";

    private final HttpServer server;
    private static final Pattern SERVICE = Pattern.compile("/([a-z0-9-]+)/aws4_request");
    private static final Pattern OPERATION = Pattern.compile("^Action=(\\w+)|.*\\.(\\w+)$");

    private final AtomicInteger calls = new AtomicInteger();
    private final AnswerClasses classes = new AnswerClasses();

    EmptyAnswers() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            calls.incrementAndGet();
            String request = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String type = String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type"));
            String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
            load(
                    String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")),
                    target == null ? request : target);
            boolean json = type.startsWith("application/x-amz-json") || type.equals("application/json");
            String answer = request.contains("Action=GetCallerIdentity") ? CALLER : "<Response><Result/></Response>";
            byte[] body = (json ? "{}" : answer).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", json ? type : "text/xml");
            boolean head = exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(200, head ? -1 : body.length);
            if (!head) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    private void load(String authorization, String question) {
        Matcher service = SERVICE.matcher(authorization);
        Matcher operation = OPERATION.matcher(question);
        if (service.find() && operation.find()) {
            classes.load(service.group(1), operation.group(1) == null ? operation.group(2) : operation.group(1));
        }
    }

    String endpoint() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** How many were answered so far. */
    int calls() {
        return calls.get();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
