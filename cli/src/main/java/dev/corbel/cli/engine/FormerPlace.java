package dev.corbel.cli.engine;

import dev.corbel.dsl.model.BackendDeclaration;
import dev.corbel.state.StateBackend;
import java.util.Optional;

/** A place in which the state of an environment was, or may have been. */
public final class FormerPlace implements AutoCloseable {
    private final StatePlace place;
    private final Optional<BackendDeclaration> declared;
    private final Optional<BackendDeclaration> now;

    /** @param now what the definition says at present */
    FormerPlace(StatePlace place, Optional<BackendDeclaration> declared, Optional<BackendDeclaration> now) {
        this.place = place;
        this.declared = declared;
        this.now = now;
    }

    public StateBackend store() {
        return place.open(() -> declared);
    }

    /** As people know it. */
    public String title() {
        return StatePlace.title(declared);
    }

    /** Whether it is where state is now. */
    public boolean isPresentOne() {
        return BackendLocation.of(declared).equals(BackendLocation.of(now));
    }

    @Override
    public void close() {
        place.close();
    }
}
