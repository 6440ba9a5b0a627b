package dev.corbel.providers.api;

import dev.corbel.providers.api.diagnostic.Diagnostic;

/** The answer to the read of one object. */
public sealed interface ReadResult {

    /** It is there. */
    record Present(ObjectState object) implements ReadResult {}

    /** It is certainly not there. */
    record Absent() implements ReadResult {}

    /** Nobody can tell now; where the session is at fault and not the object, the reason says so ({@link Diagnostic#ofSession}). */
    record Unreadable(Diagnostic reason) implements ReadResult {}
}
