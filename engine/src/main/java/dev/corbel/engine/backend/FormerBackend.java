package dev.corbel.engine.backend;

import dev.corbel.dsl.model.BackendDeclaration;
import dev.corbel.state.StateBackend;
import java.util.Optional;

/** A backend in which the state of an environment was, or may have been. */
public final class FormerBackend implements AutoCloseable {
    private final EnvironmentBackend backend;
    private final BackendLocation then;
    private final BackendLocation now;

    /**
     * A former backend.
     *
     * @param declared its block
     * @param now the block of the definition at present
     */
    public FormerBackend(
            EnvironmentBackend backend, Optional<BackendDeclaration> declared, Optional<BackendDeclaration> now) {
        this.backend = backend;
        this.then = BackendLocation.of(declared);
        this.now = BackendLocation.of(now);
    }

    /** Opens the backend, once. */
    public StateBackend open() {
        return backend.open();
    }

    /** The title by which people know it. */
    public String title() {
        return then.title();
    }

    /** Whether it is where state is now. */
    public boolean isPresentOne() {
        return then.equals(now);
    }

    @Override
    public void close() {
        backend.close();
    }
}
