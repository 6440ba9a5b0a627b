package dev.corbel.providers.local.balancer;

import io.undertow.server.ExchangeCompletionListener;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.proxy.LoadBalancingProxyClient;
import io.undertow.server.handlers.proxy.ProxyCallback;
import io.undertow.server.handlers.proxy.ProxyConnection;
import io.undertow.util.AttachmentKey;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Chooses the targets, and counts the clients that each one serves. */
final class Targets extends LoadBalancingProxyClient {
    private static final AttachmentKey<Target> TARGET = AttachmentKey.create(Target.class);
    private static final int CONNECTIONS = 50;
    private static final int RETRY_SECONDS = 1;

    private Map<String, Integer> routes = Map.of();
    private final Map<URI, Target> known = new ConcurrentHashMap<>();

    /** A port, with the clients that are served there. */
    private record Target(String route, AtomicInteger clients) {}

    Targets() {
        addSessionCookieName(Balancer.COOKIE);
        setConnectionsPerThread(CONNECTIONS);
        setProblemServerRetry(RETRY_SECONDS);
    }

    /** The cookie's value: the proxy takes what comes after the point for the route. */
    static String cookie(String route) {
        return "1." + route;
    }

    /** The route of the target that a request was sent to; empty where there is none. */
    static Optional<String> route(HttpServerExchange exchange) {
        return Optional.ofNullable(exchange.getAttachment(TARGET)).map(Target::route);
    }

    /** New targets come before old ones go, so that there is always one. */
    synchronized void set(Map<String, Integer> wanted) {
        if (wanted.equals(routes)) {
            return;
        }
        Map<String, Integer> before = new HashMap<>(routes);
        wanted.forEach((route, port) -> {
            if (!port.equals(before.get(route))) {
                // With the port, since the removal of a target takes its route along.
                String own = route + "-" + port;
                known.putIfAbsent(uri(port), new Target(own, new AtomicInteger()));
                addHost(uri(port), own);
            }
        });
        before.forEach((route, port) -> {
            if (!port.equals(wanted.get(route))) {
                removeHost(uri(port));
            }
        });
        routes = Map.copyOf(wanted);
        known.keySet().removeIf(uri -> !wanted.containsValue(uri.getPort()) && clients(uri.getPort()) == 0);
    }

    int clients(int port) {
        Target target = known.get(uri(port));
        return target == null ? 0 : target.clients().get();
    }

    private static URI uri(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }

    @Override
    public void getConnection(
            ProxyTarget target,
            HttpServerExchange exchange,
            ProxyCallback<ProxyConnection> callback,
            long timeout,
            TimeUnit unit) {
        if (SingleAttempt.begin(exchange)) {
            super.getConnection(target, exchange, new SingleAttempt(callback), timeout, unit);
        }
    }

    @Override
    protected @Nullable Host selectHost(HttpServerExchange exchange) {
        Host host = super.selectHost(exchange);
        Target target = host == null ? null : known.get(host.getUri());
        Target before = exchange.getAttachment(TARGET);
        if (target != null) {
            target.clients().incrementAndGet();
            exchange.putAttachment(TARGET, target);
        }
        if (before != null) {
            before.clients().decrementAndGet();
        } else if (target != null) {
            exchange.addExchangeCompleteListener(Targets::served);
        }
        if (target == null) {
            exchange.removeAttachment(TARGET);
        }
        return host;
    }

    private static void served(HttpServerExchange exchange, ExchangeCompletionListener.NextListener next) {
        Target target = exchange.removeAttachment(TARGET);
        if (target != null) {
            target.clients().decrementAndGet();
        }
        next.proceed();
    }
}
