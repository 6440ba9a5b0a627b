package dev.corbel.emulators.proxy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.ToIntFunction;

/**
 * A proxy on a free port of the loopback interface, in front of an emulator of AWS. It answers what the emulator lacks,
 * names the failures of the emulator itself, counts calls, and makes trouble by seed. Tests take it as a parameter: see
 * {@link ProxyExtension}.
 */
public final class AwsProxy implements AutoCloseable {
    static {
        // Else each answer waits 40 ms for an acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final CallCounter counter = new CallCounter();
    private final FaultInjector injector = new FaultInjector();
    private final ReadLag lag = new ReadLag();
    private final TaskRuns taskRuns = new TaskRuns();
    private final ConditionalWrites conditionalWrites = new ConditionalWrites();
    private final CallGate gate = new CallGate();
    private final ServiceTasks tasks = new ServiceTasks();
    private final List<Layer> layers = List.of(
            counter,
            injector,
            gate,
            lag,
            new NamedErrors(),
            new BackupSelections(),
            new BucketReplications(),
            conditionalWrites,
            new ScalingTags(),
            new ServiceRefusals(),
            taskRuns,
            tasks,
            new RunningServices(),
            new DistinctDatabases(),
            new RuleDetails());
    private final Upstream upstream;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "aws-proxy");
        thread.setDaemon(true);
        return thread;
    });

    private AwsProxy(URI emulator) throws IOException {
        upstream = new Upstream(emulator);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /** Starts one in front of an emulator. */
    public static AwsProxy before(URI emulator) {
        try {
            return new AwsProxy(emulator);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Where it answers, for {@code endpoint} and {@code AWS_ENDPOINT_URL}. */
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** How often each call was made since the last reset, those that were made to fail too. */
    public Map<ApiCall, Integer> calls() {
        return counter.calls();
    }

    /** Lets things go wrong from now on. */
    public void inject(Faults faults) {
        injector.set(faults);
        lag.set(faults);
    }

    /**
     * Holds one of the next calls to a service that change something.
     *
     * @param number which of them; the first is 1
     */
    public HeldCall hold(String service, int number, HeldCall.Moment moment) {
        return gate.hold(service, number, moment);
    }

    /** The tasks that services of ECS have started since the last reset. */
    public List<TaskStart> taskStarts() {
        return tasks.starts();
    }

    /** The revisions of the tasks that services of ECS have, one for each task that was not told to stop. */
    public List<String> runningTasks() {
        return tasks.running();
    }

    /** Lets writes of objects take effect whatever their conditions are, from now on. */
    public void ignoreConditionsOfWrites() {
        conditionalWrites.ignore();
    }

    /**
     * Has tasks of ECS that run once do something from now on; they end at once, and well, where nothing is said.
     *
     * @param runner gets the revision, such as web:2, and gives the exit code
     */
    public void runTasksWith(ToIntFunction<String> runner) {
        taskRuns.runWith(runner);
    }

    /** Forgets everything and lets nothing go wrong any more; the emulator is left as it is. */
    public void reset() {
        layers.forEach(Layer::reset);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Map<String, List<String>> headers = new TreeMap<>();
            exchange.getRequestHeaders()
                    .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
            ProxyRequest request = ProxyRequest.of(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().toString(),
                    headers,
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1));
            ProxyResponse response = ask(request, 0);
            if (response.status() != 0) {
                answer(exchange, response);
            }
        }
    }

    private ProxyResponse ask(ProxyRequest request, int layer) throws IOException {
        return layer == layers.size()
                ? upstream.ask(request)
                : layers.get(layer).handle(request, next -> ask(next, layer + 1));
    }

    private static void answer(HttpExchange exchange, ProxyResponse response) throws IOException {
        response.headers()
                .forEach((name, values) -> exchange.getResponseHeaders().put(name, values));
        byte[] body = response.body().getBytes(StandardCharsets.ISO_8859_1);
        boolean empty = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(response.status(), empty ? -1 : body.length);
        if (!empty) {
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
