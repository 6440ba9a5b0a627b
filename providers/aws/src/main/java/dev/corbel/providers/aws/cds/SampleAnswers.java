package dev.corbel.providers.aws.cds;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;

/**
 * Answers every call to AWS with success, on a free port of the loopback interface: with one of everything where the call
 * tells which operation it is, else with nothing.
 */
final class SampleAnswers implements AutoCloseable {
    private static final String CALLER = "<GetCallerIdentityResponse><GetCallerIdentityResult>"
            + "<Account>123456789012</Account><Arn>arn:aws:iam::123456789012:root</Arn><UserId>root</UserId>"
            + "</GetCallerIdentityResult></GetCallerIdentityResponse>";

    private static final Pattern SERVICE = Pattern.compile("/([a-z0-9-]+)/aws4_request");
    private static final Pattern OPERATION = Pattern.compile("^Action=(\\w+)|.*\\.(\\w+)$");

    /** The times that one question is answered with something. */
    private static final int MOST_SAMPLES = 20;

    private final HttpServer server;
    private final Map<String, Integer> askedBefore = new ConcurrentHashMap<>();
    private final AtomicInteger calls = new AtomicInteger();
    private final AnswerClasses classes = new AnswerClasses();

    SampleAnswers() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            calls.incrementAndGet();
            String request = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String type = header(exchange, "Content-Type");
            boolean json = type.startsWith("application/x-amz-json") || type.equals("application/json");
            @Nullable String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
            String answer = answer(header(exchange, "Authorization"), target == null ? request : target, json);
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", json ? type : "text/xml");
            boolean head = exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(200, head ? -1 : body.length);
            if (!head) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    private static String header(HttpExchange exchange, String name) {
        return String.valueOf(exchange.getRequestHeaders().getFirst(name));
    }

    private String answer(String authorization, String question, boolean json) {
        Matcher service = SERVICE.matcher(authorization);
        Matcher asked = OPERATION.matcher(question);
        String nothing = json ? "{}" : "<Response><Result/></Response>";
        if (!service.find() || !asked.find() || isAskedTooOften(service.group(1) + ' ' + asked.group())) {
            return nothing;
        }
        String operation = asked.group(1) == null ? asked.group(2) : asked.group(1);
        if (operation.equals("GetCallerIdentity")) {
            return CALLER;
        }
        return classes.answer(service.group(1), operation)
                .map(answer -> document(service.group(1), operation, answer, json))
                .orElse(nothing);
    }

    /** Tells whether somebody seems to wait for what a sample never says. */
    private boolean isAskedTooOften(String question) {
        return askedBefore.merge(question, 1, Integer::sum) > MOST_SAMPLES;
    }

    private static String document(String service, String operation, SdkPojo answer, boolean json) {
        if (json) {
            return SampleDocument.json(answer);
        }
        return service.equals("ec2") ? SampleDocument.ec2(operation, answer) : SampleDocument.query(operation, answer);
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
