package dev.corbel.providers.aws.rds;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.corbel.emulators.MotoServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An emulator that refuses a second DB subnet group of a name, as RDS does: moto replaces the first by it. All else is
 * passed on.
 */
final class MotoWithUniqueNames implements AutoCloseable {
    private static final Pattern CREATION = Pattern.compile("Action=CreateDBSubnetGroup&.*DBSubnetGroupName=([^&]+).*");

    private final URI moto;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    MotoWithUniqueNames(MotoServer moto) throws IOException {
        this.moto = moto.endpoint();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    String endpoint() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Matcher creation = CREATION.matcher(body);
        if (creation.matches()) {
            String question = "Action=DescribeDBSubnetGroups&Version=2014-10-31&DBSubnetGroupName=" + creation.group(1);
            if (forward(exchange, question).statusCode() == 200) {
                answer(exchange, 400, RdsAnswers.error("DBSubnetGroupAlreadyExists", "The group exists already"));
                return;
            }
        }
        HttpResponse<String> response = forward(exchange, body);
        answer(exchange, response.statusCode(), response.body());
    }

    private HttpResponse<String> forward(HttpExchange exchange, String body) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(moto.resolve(exchange.getRequestURI()))
                .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofString(body));
        for (String name : new String[] {"Authorization", "Content-Type", "X-Amz-Date"}) {
            String value = exchange.getRequestHeaders().getFirst(name);
            if (value != null) {
                request.header(name, value);
            }
        }
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdown();
    }
}
