package dev.corbel.providers.onprem.host;

import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.diagnostic.Diagnostic;

/** A host that cannot be reached, refuses, or is not the one that it should be. */
public final class ConnectionException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Diagnostic diagnostic;
    private final ReadResult.Cause kind;
    private final boolean began;

    /**
     * A problem of a connection, which every object of the host meets.
     *
     * @param began whether the command may have begun, so that nobody knows how far it came
     */
    public ConnectionException(Diagnostic diagnostic, ReadResult.Cause kind, boolean began) {
        super(diagnostic.summary());
        this.diagnostic = diagnostic.ofSession();
        this.kind = kind;
        this.began = began;
    }

    public Diagnostic diagnostic() {
        return diagnostic;
    }

    public ReadResult.Cause kind() {
        return kind;
    }

    public boolean began() {
        return began;
    }
}
