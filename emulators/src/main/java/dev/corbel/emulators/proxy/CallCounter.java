package dev.corbel.emulators.proxy;

import java.io.IOException;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** Counts what clients ask for, whatever comes of it. */
final class CallCounter implements Layer {
    private final Map<ApiCall, Integer> calls = new TreeMap<>();

    @Override
    public ProxyResponse handle(ProxyRequest request, Next next) throws IOException {
        synchronized (this) {
            calls.merge(request.call(), 1, Integer::sum);
        }
        return next.ask(request);
    }

    synchronized Map<ApiCall, Integer> calls() {
        return Collections.unmodifiableMap(new TreeMap<>(calls));
    }

    @Override
    public synchronized void reset() {
        calls.clear();
    }
}
