package dev.corbel.emulators.proxy;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Decides conditional writes of objects one after the other, since moto looks at the condition and writes in two steps.
 * Told to, it takes the conditions away instead, as stores do that resemble S3 and do not know them.
 */
final class ConditionalWrites implements Layer {
    private static final Set<String> CONDITIONS = Set.of("if-match", "if-none-match");

    private final Map<String, Object> locks = new ConcurrentHashMap<>();
    private volatile boolean ignored;

    void ignore() {
        ignored = true;
    }

    @Override
    public ProxyResponse handle(ProxyRequest request, Next next) throws IOException {
        boolean conditional = request.call().operation().equals("PutObject")
                && CONDITIONS.stream().anyMatch(request.headers()::containsKey);
        if (!conditional) {
            return next.ask(request);
        }
        if (ignored) {
            return next.ask(request.without(CONDITIONS));
        }
        synchronized (locks.computeIfAbsent(request.path(), path -> new Object())) {
            return next.ask(request);
        }
    }

    @Override
    public void reset() {
        locks.clear();
        ignored = false;
    }
}
