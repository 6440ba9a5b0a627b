package dev.corbel.providers.local.balancer;

import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.proxy.ProxyHandler;
import io.undertow.util.Headers;
import java.io.IOException;
import java.net.BindException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** An HTTP proxy on the loopback interface that spreads clients over ports of this machine. */
public final class Balancer implements AutoCloseable {
    /** The cookie that keeps a client with one target. */
    static final String COOKIE = "CORBEL_INSTANCE";

    /** Twice as many as targets may fail, since the proxy counts a connection that breaks while it writes twice. */
    private static final int RETRIES = 6;

    private static final int PAUSE_MILLIS = 20;
    private static final int WORKERS = 4;

    private final Targets targets = new Targets();
    private final Undertow server;
    private final int port;
    private final boolean isSticky;

    private Balancer(int port, boolean isSticky) {
        this.port = port;
        this.isSticky = isSticky;
        HttpHandler proxy = ProxyHandler.builder()
                .setProxyClient(targets)
                .setMaxConnectionRetries(RETRIES)
                .build();
        this.server = Undertow.builder()
                .setIoThreads(2)
                .setWorkerThreads(WORKERS)
                .setServerOption(UndertowOptions.ENABLE_HTTP2, false)
                .addHttpListener(port, "127.0.0.1", exchange -> {
                    if (isSticky) {
                        exchange.addResponseCommitListener(Balancer::setCookie);
                    }
                    proxy.handleRequest(exchange);
                })
                .build();
    }

    /**
     * A balancer that listens.
     *
     * @throws BindException where something else listens on the port
     */
    public static Balancer start(int port, boolean isSticky) throws IOException {
        Balancer balancer = new Balancer(port, isSticky);
        try {
            balancer.server.start();
        } catch (RuntimeException failure) {
            if (failure.getCause() instanceof IOException cause) {
                throw cause;
            }
            throw failure;
        }
        return balancer;
    }

    /** A client gets a cookie where it has none for the target that answered. */
    private static void setCookie(HttpServerExchange exchange) {
        Optional<String> route = Targets.route(exchange);
        String said = Optional.ofNullable(exchange.getRequestCookie(COOKIE))
                .map(cookie -> cookie.getValue())
                .orElse("");
        if (route.isPresent() && !said.equals(Targets.cookie(route.get()))) {
            exchange.getResponseHeaders()
                    .add(
                            Headers.SET_COOKIE,
                            COOKIE + "=" + Targets.cookie(route.get()) + "; Path=/; HttpOnly; SameSite=Lax");
        }
    }

    public int port() {
        return port;
    }

    public boolean isSticky() {
        return isSticky;
    }

    /** Sends clients to these from now on: ports by the names that cookies have. */
    public void send(Map<String, Integer> routes) {
        targets.set(routes);
    }

    /** Waits until no client is served at a port that is no target any more. */
    public void drain(int target, Duration atMost) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        do {
            // At least once: a client may just have been sent there.
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } while (targets.clients(target) > 0 && System.nanoTime() < deadline);
    }

    @Override
    public void close() {
        server.stop();
    }
}
