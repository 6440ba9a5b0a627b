package dev.corbel.emulators.arm;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.corbel.emulators.arm.facts.Facts;
import dev.corbel.emulators.arm.facts.Trees;
import dev.corbel.emulators.proxy.HeldCall;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A simulator of Azure Resource Manager over HTTPS, with the token endpoint of one tenant. Tests take it as a parameter:
 * see {@link ArmExtension}.
 */
public final class ArmServer implements AutoCloseable {
    static {
        // Else each answer waits 40 ms for an acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final Account account = Account.SIMULATED;
    private final ArmClock clock = new ArmClock();
    private final ArmApi api;
    private final CallLog log;
    private final HttpsServer server;
    private final Path caFile;
    private final URI endpoint;
    private volatile HoldPoint holdPoint = nowhere();
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "arm");
        thread.setDaemon(true);
        return thread;
    });

    private ArmServer(InetSocketAddress address, Path directory, OutputStream log) throws IOException {
        Certificate certificate = Certificate.make(directory);
        caFile = certificate.pem();
        api = new ArmApi(account, Facts.load(), clock);
        this.log = new CallLog(log);
        server = HttpsServer.create(address, 0);
        server.setHttpsConfigurator(new HttpsConfigurator(certificate.context()));
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
        endpoint = URI.create("https://" + address.getAddress().getHostAddress() + ":"
                + server.getAddress().getPort());
    }

    /** Starts one on a free port of the loopback interface, whose certificate lies in the folder for temporary files. */
    public static ArmServer start() {
        try {
            Path directory = Files.createTempDirectory("arm-");
            directory.toFile().deleteOnExit();
            ArmServer server = start(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                    directory,
                    OutputStream.nullOutputStream());
            server.caFile().toFile().deleteOnExit();
            return server;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /**
     * Starts one.
     *
     * @param directory for the file with the certificate
     * @param log gets a JSON object a line for each call
     * @throws IOException where the port is taken, or where the certificate cannot be made
     */
    static ArmServer start(InetSocketAddress address, Path directory, OutputStream log) throws IOException {
        return new ArmServer(address, directory, log);
    }

    /** Where it answers, for {@code endpoint} and {@code AZURE_AUTHORITY_HOST}. */
    public URI endpoint() {
        return endpoint;
    }

    public int port() {
        return endpoint.getPort();
    }

    /** The file with the certificate that its callers have to trust, in PEM. */
    public Path caFile() {
        return caFile;
    }

    /** The one subscription that there is. */
    public String subscription() {
        return account.subscription();
    }

    /** The tenant of that subscription. */
    public String tenant() {
        return account.tenant();
    }

    /** The id of the application that gets tokens, for {@code AZURE_CLIENT_ID}. */
    public String clientId() {
        return account.client();
    }

    /** The secret of that application, for {@code AZURE_CLIENT_SECRET}. It opens nothing but simulators. */
    public String clientSecret() {
        return account.secret();
    }

    /** The object id of that application's service principal. */
    public String principal() {
        return account.principal();
    }

    /** The clock that long operations go by. */
    public ArmClock clock() {
        return clock;
    }

    /** The calls since the last reset, in the order of their answers; those of the token endpoint do not count. */
    public List<ArmCall> calls() {
        return log.calls();
    }

    /** Lets things go wrong from now on. */
    public void faults(ArmFaults faults) {
        api.inject(faults);
    }

    /** Has lists come in pages of this size, until the next reset. */
    public void pageSize(int size) {
        api.pageSize(size);
    }

    /** Forgets that the subscription has registered a resource provider, such as Microsoft.Network. */
    public void unregister(String namespace) {
        api.unregister(namespace);
    }

    /** Has a name be taken by somebody else in the world, such as one of Microsoft.Storage/storageAccounts. */
    public void take(String typeName, String name) {
        api.take(typeName, name);
    }

    /** Adds a principal that can get roles, by its object id. */
    public void addPrincipal(String id) {
        api.addPrincipal(id);
    }

    /**
     * Holds a call, so that a test can end its caller at that very moment; until the next reset.
     *
     * @param methods of HTTP that count; all where there are none
     * @param number of the call; the first from now on is 1
     */
    public HeldCall hold(Set<String> methods, int number, HeldCall.Moment moment) {
        HeldCall held = new HeldCall();
        holdPoint = new HoldPoint(Set.copyOf(methods), new AtomicInteger(number), moment, held);
        return held;
    }

    /** Lets all tokens that were given so far count as expired. */
    public void expireTokens() {
        api.expireTokens();
    }

    /** Forgets all resources and calls, and lets nothing go wrong any more. Tokens stay good, and the clock goes on as it does. */
    public void reset() {
        holdPoint = nowhere();
        api.reset();
        log.reset();
    }

    private static HoldPoint nowhere() {
        return new HoldPoint(Set.of(), new AtomicInteger(), HeldCall.Moment.BEFORE, new HeldCall());
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Instant startedAt = Instant.now();
            Map<String, String> headers = new TreeMap<>();
            exchange.getRequestHeaders()
                    .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(",", values)));
            URI address = exchange.getRequestURI();
            ArmRequest request = new ArmRequest(
                    base(headers),
                    exchange.getRequestMethod(),
                    address.getPath(),
                    Forms.read(address.getRawQuery() == null ? "" : address.getRawQuery()),
                    headers,
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            ArmResponse response = Tokens.are(ArmPath.segments(request.path()))
                    ? api.handle(request)
                    : holdPoint.pass(request, () -> api.handle(request));
            if (!Tokens.are(ArmPath.segments(request.path()))) {
                log.add(new ArmCall(
                        request.method(),
                        request.path(),
                        request.apiVersion(),
                        response.status(),
                        api.operationOf(request),
                        startedAt,
                        Instant.now()));
            }
            if (response.status() != 0) {
                answer(exchange, response);
            }
        }
    }

    private URI base(Map<String, String> headers) {
        String host = headers.get("host");
        return host == null ? endpoint : URI.create("https://" + host);
    }

    private static void answer(HttpExchange exchange, ArmResponse response) throws IOException {
        response.headers()
                .forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        if (response.body() == null || exchange.getRequestMethod().equals("HEAD")) {
            exchange.sendResponseHeaders(response.status(), -1);
            return;
        }
        byte[] body = Trees.write(response.body());
        exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
        exchange.sendResponseHeaders(response.status(), body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        log.close();
    }
}
