package dev.corbel.clients.azure;

import dev.corbel.providers.api.value.MapValue;
import java.util.Locale;
import java.util.Optional;

/** A state that Azure tells of an operation or of an object. */
enum Progress {
    RUNNING,
    SUCCEEDED,
    FAILED,
    CANCELLED;

    /** The word as services write it; every one that is no end means that it goes on. */
    static Progress of(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "succeeded" -> SUCCEEDED;
            case "failed" -> FAILED;
            case "canceled", "cancelled" -> CANCELLED;
            default -> RUNNING;
        };
    }

    /** The state in an answer of an operation's URL; empty where it has none. */
    static Optional<Progress> ofOperation(MapValue body) {
        return body.text("status").or(() -> state(body)).map(Progress::of);
    }

    /** The state of an object. One that has none is always done. */
    static Progress ofObject(MapValue body) {
        return state(body).map(Progress::of).orElse(SUCCEEDED);
    }

    private static Optional<String> state(MapValue body) {
        return body.get("properties").unmarked() instanceof MapValue properties
                ? properties.text("provisioningState")
                : Optional.empty();
    }
}
