package dev.corbel.providers.api;

import dev.corbel.providers.api.diagnostic.Diagnostic;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A call that failed, with what exists after it. Where the session is at fault and not the object, its diagnostic says so
 * ({@link Diagnostic#ofSession}).
 */
public final class ProviderException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Diagnostic diagnostic;
    private final transient @Nullable ObjectState object;
    private final boolean uncertain;
    private final boolean sound;
    private final ReadResult.Cause kind;

    /** A failure of a call that changed nothing. */
    public ProviderException(Diagnostic diagnostic) {
        this(diagnostic, null);
    }

    /** A failure after which the object is there in this form. */
    public ProviderException(Diagnostic diagnostic, @Nullable ObjectState object) {
        this(diagnostic, object, false, false, ReadResult.Cause.FAILED);
    }

    private ProviderException(
            Diagnostic diagnostic,
            @Nullable ObjectState object,
            boolean uncertain,
            boolean sound,
            ReadResult.Cause kind) {
        super(diagnostic.summary());
        this.diagnostic = diagnostic;
        this.object = object;
        this.uncertain = uncertain;
        this.sound = sound;
        this.kind = kind;
    }

    /**
     * A failure after which nobody knows whether the call had its effect: the answer was lost, or the service broke down
     * over it. The next run finds out, as after a crash.
     */
    public static ProviderException uncertain(Diagnostic diagnostic) {
        return new ProviderException(diagnostic, null, true, false, ReadResult.Cause.FAILED);
    }

    /** The same, after which the object that is there need not be made anew: what it lacks an update in place brings. */
    public ProviderException sound() {
        return copied(new ProviderException(diagnostic, object, uncertain, true, kind));
    }

    /** The same with the kind of thing that keeps the target from answering. */
    public ProviderException dueTo(ReadResult.Cause known) {
        return copied(new ProviderException(diagnostic, object, uncertain, sound, known));
    }

    private ProviderException copied(ProviderException same) {
        same.setStackTrace(getStackTrace());
        return getCause() == null ? same : same.because(getCause());
    }

    public ProviderException because(Throwable cause) {
        initCause(cause);
        return this;
    }

    public Diagnostic diagnostic() {
        return diagnostic;
    }

    /** Whether the call may have had its effect all the same. */
    public boolean isUncertain() {
        return uncertain;
    }

    /** Tells whether an object that a creation left can be finished in place. */
    public boolean isSound() {
        return sound;
    }

    /** The kind of thing that keeps the target from answering. */
    public ReadResult.Cause readCause() {
        return kind;
    }

    /** What is known to exist after the failure. */
    public Optional<ObjectState> object() {
        return Optional.ofNullable(object);
    }
}
