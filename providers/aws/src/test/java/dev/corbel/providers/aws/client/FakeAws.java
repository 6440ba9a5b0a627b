package dev.corbel.providers.aws.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Answers calls of AWS's query services with what it was given, in order, and remembers the calls. */
public final class FakeAws implements AutoCloseable {
    private static final Pattern ACTION = Pattern.compile("Action=(\\w+)");

    private final HttpServer server;
    private final Queue<Answer> answers = new ArrayDeque<>();
    private final List<Call> calls = new ArrayList<>();

    /**
     * A call that came in.
     *
     * @param body as it was sent
     */
    public record Call(String action, Instant at, String body) {}

    private record Answer(int status, Map<String, String> headers, String body) {}

    public FakeAws() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.createContext("/", this::handle);
        server.start();
    }

    private synchronized void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Matcher action = ACTION.matcher(body);
        calls.add(new Call(action.find() ? action.group(1) : exchange.getRequestMethod(), Instant.now(), body));
        Answer answer = answers.remove();
        answer.headers().forEach(exchange.getResponseHeaders()::add);
        if (answer.status() == 0) {
            exchange.close();
            return;
        }
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    public String endpoint() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The names of the calls so far. */
    public synchronized List<String> actions() {
        return calls.stream().map(Call::action).toList();
    }

    public synchronized List<Call> calls() {
        return List.copyOf(calls);
    }

    public FakeAws answers(String body) {
        return answers(200, Map.of(), body);
    }

    public synchronized FakeAws answers(int status, Map<String, String> headers, String body) {
        answers.add(new Answer(status, headers, body));
        return this;
    }

    /** Takes the call and answers nothing: the connection breaks. */
    public FakeAws breaksOff() {
        return answers(0, Map.of(), "");
    }

    /** Refuses as EC2 does. */
    public FakeAws refuses(int status, Map<String, String> headers, String code, String message) {
        return answers(
                status,
                headers,
                "<Response><Errors><Error><Code>" + code + "</Code><Message>" + message
                        + "</Message></Error></Errors><RequestID>request-1</RequestID></Response>");
    }

    /** Answers GetCallerIdentity. */
    public FakeAws identifies(String account) {
        return answers("<GetCallerIdentityResponse><GetCallerIdentityResult><Arn>arn:aws:iam::" + account
                + ":user/alice</Arn><UserId>AIDA</UserId><Account>" + account
                + "</Account></GetCallerIdentityResult></GetCallerIdentityResponse>");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
