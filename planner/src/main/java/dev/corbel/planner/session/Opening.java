package dev.corbel.planner.session;

import dev.corbel.providers.api.Session;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A session that opens once, for the first who asks; all others wait for it and share it, or its failure. */
final class Opening {
    private final Supplier<Session> how;
    private @Nullable Session session;
    private @Nullable DiagnosticsException failure;

    Opening(Supplier<Session> how) {
        this.how = how;
    }

    synchronized Session session() {
        if (failure != null) {
            throw new DiagnosticsException(failure.diagnostics());
        }
        if (session == null) {
            try {
                session = how.get();
            } catch (DiagnosticsException problem) {
                failure = problem;
                throw problem;
            }
        }
        return session;
    }

    synchronized void close() {
        if (session != null) {
            session.close();
        }
    }
}
