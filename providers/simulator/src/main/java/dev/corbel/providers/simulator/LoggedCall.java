package dev.corbel.providers.simulator;

import dev.corbel.providers.api.ObjectState;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A call under way, of which the log will have a line. It counts as failed until it says otherwise. */
final class LoggedCall {
    private final String op;
    private @Nullable String id;
    private @Nullable String name;
    private boolean ok;

    private LoggedCall(String op, Optional<String> id, Optional<String> name) {
        this.op = op;
        this.id = id.orElse(null);
        this.name = name.orElse(null);
    }

    /** A call about an object of which this is known so far. */
    static LoggedCall of(String op, Optional<String> id, Optional<String> name) {
        return new LoggedCall(op, id, name);
    }

    /** A call about no object in particular. */
    static LoggedCall of(String op) {
        return new LoggedCall(op, Optional.empty(), Optional.empty());
    }

    /** Tells which object it turned out to be about. */
    void about(SimObject object) {
        about(object.state());
    }

    /** The same, from what a failed call left. */
    void about(ObjectState object) {
        id = object.attributes().text(SimObjectSchema.ID).orElse(null);
        name = object.attributes().text(SimObjectSchema.NAME).orElse(null);
    }

    void succeeded() {
        ok = true;
    }

    String op() {
        return op;
    }

    Optional<String> id() {
        return Optional.ofNullable(id);
    }

    Optional<String> name() {
        return Optional.ofNullable(name);
    }

    boolean ok() {
        return ok;
    }
}
