package dev.corbel.providers.local.balancer;

import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.proxy.ProxyCallback;
import io.undertow.server.handlers.proxy.ProxyConnection;
import io.undertow.util.AttachmentKey;

/**
 * The search of a connection for a request, one at a time. The proxy tells of a connection that breaks while it writes twice, in the
 * same call: the first time starts the request anew, and the second would end it, or send it to a third target at once.
 */
final class SingleAttempt implements ProxyCallback<ProxyConnection> {
    private static final AttachmentKey<Boolean> SEARCHES = AttachmentKey.create(Boolean.class);

    private final ProxyCallback<ProxyConnection> callback;

    SingleAttempt(ProxyCallback<ProxyConnection> callback) {
        this.callback = callback;
    }

    /** Begins a search; false where one is under way. */
    static boolean begin(HttpServerExchange exchange) {
        return exchange.putAttachment(SEARCHES, true) == null;
    }

    /** Later, since a connection that was kept is found within the call that tells of the one that broke. */
    @Override
    public void completed(HttpServerExchange exchange, ProxyConnection connection) {
        exchange.getIoThread().execute(() -> {
            exchange.removeAttachment(SEARCHES);
            callback.completed(exchange, connection);
        });
    }

    @Override
    public void failed(HttpServerExchange exchange) {
        exchange.removeAttachment(SEARCHES);
        callback.failed(exchange);
    }

    @Override
    public void couldNotResolveBackend(HttpServerExchange exchange) {
        exchange.removeAttachment(SEARCHES);
        callback.couldNotResolveBackend(exchange);
    }

    @Override
    public void queuedRequestFailed(HttpServerExchange exchange) {
        exchange.removeAttachment(SEARCHES);
        callback.queuedRequestFailed(exchange);
    }
}
