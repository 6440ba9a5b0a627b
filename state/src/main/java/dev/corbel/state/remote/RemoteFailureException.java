package dev.corbel.state.remote;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A store failed, and there is something that people can do about it. */
public final class RemoteFailureException extends IOException {
    private static final long serialVersionUID = 1L;
    private final String hint;

    /**
     * A failure for people.
     *
     * @param message names the place, what was asked, and the service's own words
     * @param hint what to do about it, in sentences
     */
    public RemoteFailureException(String message, String hint, @Nullable Throwable cause) {
        super(message, cause);
        this.hint = hint;
    }

    /** For the hint of the diagnostic that shows the failure. */
    public String hint() {
        return hint;
    }
}
