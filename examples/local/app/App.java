import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * A small web application to try deployments with: {@code java App.java}. It listens on {@code PORT} (8080) and answers
 *
 * <ul>
 *   <li>{@code /} with its version, its host and the address of the client, a line each;
 *   <li>{@code /health} with 200, or 500 where {@code APP_HEALTH} is {@code broken};
 *   <li>{@code /env} with its settings, which are the variables that begin with {@code APP_}.
 * </ul>
 *
 * <p>{@code APP_VERSION} is its version (1). {@code APP_START_SECONDS} makes it slow to start: it does not listen before.
 * {@code APP_ANSWER_MILLIS} makes it slow to answer. When it is told to end, it finishes the answers that it has begun.
 */
final class App {
    private static final int THREADS = 16;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Map<String, String> settings;
    private final String host;
    private final AtomicInteger open = new AtomicInteger();

    private App(Map<String, String> settings, String host) {
        this.settings = settings;
        this.host = host;
    }

    public static void main(String[] arguments) throws Exception {
        Map<String, String> settings = System.getenv().entrySet().stream()
                .filter(variable -> variable.getKey().startsWith("APP_"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, TreeMap::new));
        int port = Integer.parseInt(System.getenv().getOrDefault("PORT", "8080"));
        new App(settings, Files.readString(Path.of("/proc/sys/kernel/hostname")).strip()).start(port);
    }

    private void start(int port) throws IOException, InterruptedException {
        TimeUnit.SECONDS.sleep(Long.parseLong(settings.getOrDefault("APP_START_SECONDS", "0")));
        HttpServer server = HttpServer.create(new InetSocketAddress(port), 0);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        server.setExecutor(threads);
        server.createContext("/", exchange -> handle(exchange));
        server.start();
        System.out.println("version " + version() + " listens on port " + port);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            finishAnswers();
            server.stop(0);
            threads.shutdown();
        }));
    }

    /** HttpServer's own way of doing that waits for its whole patience, also where there is nothing to wait for. */
    private void finishAnswers() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (open.get() > 0 && System.nanoTime() < deadline) {
                TimeUnit.MILLISECONDS.sleep(10);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        switch (exchange.getRequestURI().getPath()) {
            case "/" ->
                answer(
                        exchange,
                        200,
                        "version " + version() + "\nhost " + host + "\nclient " + client(exchange) + "\n");
            case "/health" -> {
                boolean broken = "broken".equals(settings.get("APP_HEALTH"));
                answer(exchange, broken ? 500 : 200, broken ? "broken\n" : "ok\n");
            }
            case "/env" ->
                answer(
                        exchange,
                        200,
                        settings.entrySet().stream()
                                .map(setting -> setting + "\n")
                                .collect(Collectors.joining()));
            default -> answer(exchange, 404, "not found\n");
        }
    }

    private String version() {
        return settings.getOrDefault("APP_VERSION", "1");
    }

    /** The last address that a balancer has added; what stands before it may be the client's own invention. */
    private static String client(HttpExchange exchange) {
        List<String> forwarded = exchange.getRequestHeaders().getOrDefault("X-Forwarded-For", List.of());
        if (forwarded.isEmpty()) {
            return exchange.getRemoteAddress().getAddress().getHostAddress();
        }
        String last = forwarded.get(forwarded.size() - 1);
        return last.substring(last.lastIndexOf(',') + 1).strip();
    }

    private void answer(HttpExchange exchange, int status, String text) throws IOException {
        open.incrementAndGet();
        try (exchange) {
            TimeUnit.MILLISECONDS.sleep(Long.parseLong(settings.getOrDefault("APP_ANSWER_MILLIS", "0")));
            byte[] body = text.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
            exchange.sendResponseHeaders(status, body.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(body);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            open.decrementAndGet();
        }
    }
}
