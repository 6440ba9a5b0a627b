package dev.corbel.clients.azure;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpHeaders;
import dev.corbel.providers.api.json.ValueJson;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** The answer of Azure to one attempt. */
record Answer(int status, HttpHeaders headers, String body) {
    private static final HttpHeaderName RETRY_AFTER = HttpHeaderName.fromString("Retry-After");
    private static final HttpHeaderName REQUEST_ID = HttpHeaderName.fromString("x-ms-request-id");
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

    boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    Optional<String> header(HttpHeaderName name) {
        return Optional.ofNullable(headers.getValue(name)).filter(value -> !value.isBlank());
    }

    String requestId() {
        return header(REQUEST_ID).orElse("");
    }

    /** The time that the service asks for; a date counts as nothing said. */
    Optional<Duration> retryAfter() {
        return header(RETRY_AFTER)
                .map(String::strip)
                .filter(text -> text.matches("\\d{1,6}"))
                .map(text -> Duration.ofSeconds(Long.parseLong(text)))
                .map(pause -> pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
    }

    /** The object in it; empty where there is none. A list stands under {@code value}. */
    Optional<MapValue> object() {
        if (body.isBlank()) {
            return Optional.empty();
        }
        try {
            Value value = ValueJson.read(body);
            return Optional.of(value instanceof MapValue map ? map : new MapValue(Map.of("value", value)));
        } catch (IOException noJson) {
            return Optional.empty();
        }
    }
}
