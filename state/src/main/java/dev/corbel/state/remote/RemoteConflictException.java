package dev.corbel.state.remote;

import java.io.IOException;

/** An object was not in the state that a write or a lease asked for; nothing was written. */
public final class RemoteConflictException extends IOException {
    private static final long serialVersionUID = 1L;

    public RemoteConflictException(String message) {
        super(message);
    }

    public RemoteConflictException(String message, Throwable cause) {
        super(message, cause);
    }
}
