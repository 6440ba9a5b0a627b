package dev.corbel.clients.azure;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The options of one call.
 *
 * @param timeout for the call with all its attempts, and the long operation that it begins
 * @param headers to send besides, such as If-Match
 * @param waits whether a long operation is followed to its end; else the call answers what the service says at once
 */
public record CallOptions(Duration timeout, Map<String, String> headers, boolean waits) {
    /** Half an hour, no more headers, and waiting. */
    public static final CallOptions DEFAULT = within(Duration.ofMinutes(30));

    public CallOptions {
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("no time for a call: " + timeout);
        }
        headers = Map.copyOf(headers);
    }

    /** Options with a limit of time. */
    public static CallOptions within(Duration timeout) {
        return new CallOptions(timeout, Map.of(), true);
    }

    /** The same, refused with 412 where the object is there already. */
    public CallOptions ifAbsent() {
        return with("If-None-Match", "*");
    }

    /** The same, refused with 412 where the object is no longer the one that was read. */
    public CallOptions ifMatch(String etag) {
        return with("If-Match", etag);
    }

    /** The same without waiting for the end of a long operation. */
    public CallOptions withoutWaiting() {
        return new CallOptions(timeout, headers, false);
    }

    private CallOptions with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new CallOptions(timeout, more, waits);
    }
}
