package dev.corbel.providers.api;

import dev.corbel.providers.api.diagnostic.Diagnostic;

/** The answer to the read of one object. */
public sealed interface ReadResult {

    /** It is there. */
    record Present(ObjectState object) implements ReadResult {}

    /** It is certainly not there. */
    record Absent() implements ReadResult {}

    /** Nobody can tell now; where the session is at fault and not the object, the reason says so ({@link Diagnostic#ofSession}). */
    record Unreadable(Diagnostic reason, Cause cause) implements ReadResult {

        /** One of which nothing more is known. */
        public Unreadable(Diagnostic reason) {
            this(reason, Cause.FAILED);
        }
    }

    /** The kind of thing that keeps an object from being read. */
    enum Cause {
        /** The credentials lack a permission. */
        PERMISSION,
        /** The service asks for fewer calls. */
        THROTTLED,
        /** Nothing answers. */
        UNREACHABLE,
        /** Anything else. */
        FAILED
    }
}
