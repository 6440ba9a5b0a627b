package dev.corbel.cli.engine;

import dev.corbel.dsl.model.BackendDeclaration;
import dev.corbel.state.StateBackend;
import dev.corbel.state.backend.BackendContext;
import dev.corbel.state.backend.StateBackends;
import dev.corbel.state.backend.StateBlock;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The place of an environment's state: known once its block was read, open once it was asked for. */
final class StatePlace implements AutoCloseable {
    private final BackendContext context;
    private final StateBackends backends = StateBackends.discover();
    private @Nullable StateBlock block;
    private @Nullable StateBackend store;

    StatePlace(BackendContext context) {
        this.context = context;
    }

    /** Checks a block, and goes by it from now on. */
    synchronized void use(Optional<BackendDeclaration> declaration) {
        StateBlock next = declaration.map(StatePlace::block).orElse(StateBlock.NONE);
        backends.check(next);
        block = next;
    }

    /** @param declaration is asked for where no block was read before */
    synchronized StateBackend open(Supplier<Optional<BackendDeclaration>> declaration) {
        if (store == null) {
            if (block == null) {
                use(declaration.get());
            }
            store = backends.open(block == null ? StateBlock.NONE : block, context);
        }
        return store;
    }

    private static StateBlock block(BackendDeclaration declared) {
        return new StateBlock(
                declared.type(), declared.configuration(), Optional.of(declared.range()), declared.places());
    }

    @Override
    public synchronized void close() {
        if (store != null) {
            store.close();
            store = null;
        }
    }
}
