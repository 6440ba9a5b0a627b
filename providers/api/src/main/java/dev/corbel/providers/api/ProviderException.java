package dev.corbel.providers.api;

import dev.corbel.providers.api.diagnostic.Diagnostic;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A call that failed, with what exists after it. */
public final class ProviderException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Diagnostic diagnostic;
    private final transient @Nullable ObjectState object;

    /** A failure after which nothing is known to have changed. */
    public ProviderException(Diagnostic diagnostic) {
        this(diagnostic, null);
    }

    /** A failure after which the object is there in this form. */
    public ProviderException(Diagnostic diagnostic, @Nullable ObjectState object) {
        super(diagnostic.summary());
        this.diagnostic = diagnostic;
        this.object = object;
    }

    public ProviderException because(Throwable cause) {
        initCause(cause);
        return this;
    }

    public Diagnostic diagnostic() {
        return diagnostic;
    }

    /** What is known to exist after the failure. */
    public Optional<ObjectState> object() {
        return Optional.ofNullable(object);
    }
}
