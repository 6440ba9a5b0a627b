package dev.corbel.engine.run;

import dev.corbel.providers.api.CallCounter;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;

/** The number of calls that a run made to each service, and of the tags that it ignored. */
final class CallCounts implements CallCounter {
    private final Map<String, Long> counts = new TreeMap<>();
    private final LongAdder ignoredTags = new LongAdder();

    @Override
    public synchronized void count(String service, int calls) {
        counts.merge(service, (long) calls, Long::sum);
    }

    @Override
    public void ignoredTag() {
        ignoredTags.increment();
    }

    /** The number of tags that were ignored. */
    int ignoredTags() {
        return ignoredTags.intValue();
    }

    /** The counts by the names of services, in their order. */
    synchronized Map<String, Long> byService() {
        return new TreeMap<>(counts);
    }
}
