package dev.corbel.engine.run;

import dev.corbel.providers.api.CallCounter;
import java.util.Map;
import java.util.TreeMap;

/** The number of calls that a run made to each service. */
final class CallCounts implements CallCounter {
    private final Map<String, Long> counts = new TreeMap<>();

    @Override
    public synchronized void count(String service, int calls) {
        counts.merge(service, (long) calls, Long::sum);
    }

    /** The counts by the names of services, in their order. */
    synchronized Map<String, Long> byService() {
        return new TreeMap<>(counts);
    }
}
