package dev.corbel.cli.engine;

import dev.corbel.dsl.model.BackendDeclaration;
import dev.corbel.state.StateBackend;
import dev.corbel.state.backend.BackendContext;
import dev.corbel.state.backend.StateBackends;
import dev.corbel.state.backend.StateBlock;
import dev.corbel.state.encryption.StateEncryption;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The place of an environment's state: known once its block was read, open once it was asked for. */
final class StatePlace implements AutoCloseable {
    private static final String LOCAL = StateBlock.NONE.type();

    private final BackendContext context;
    private final StateBackends backends = StateBackends.discover();
    private Optional<BackendDeclaration> declared = Optional.empty();
    private @Nullable StateBlock block;
    private @Nullable StateEncryption encryption;
    private @Nullable StateBackend store;

    StatePlace(BackendContext context) {
        this.context = context;
    }

    /** Checks a block, and goes by it from now on. */
    synchronized void use(Optional<BackendDeclaration> declaration) {
        StateBlock next = declaration.map(StatePlace::block).orElse(StateBlock.NONE);
        if (!next.equals(block)) {
            encryption = backends.encryption(next, context);
            block = next;
        }
        declared = declaration;
    }

    /** How the block says that content is kept. */
    synchronized StateEncryption encryption(Supplier<Optional<BackendDeclaration>> declaration) {
        if (encryption == null) {
            use(declaration.get());
        }
        return Objects.requireNonNull(encryption);
    }

    /** @param declaration is asked for where no block was read before */
    synchronized StateBackend open(Supplier<Optional<BackendDeclaration>> declaration) {
        if (store == null) {
            BackendContext kept = context.with(encryption(declaration));
            store = backends.open(Objects.requireNonNull(block), kept);
        }
        return store;
    }

    /** Whether it is files beside the project. */
    synchronized boolean isLocal(Supplier<Optional<BackendDeclaration>> declaration) {
        return isLocal(declared(declaration));
    }

    static boolean isLocal(Optional<BackendDeclaration> declaration) {
        return declaration.map(BackendDeclaration::type).orElse(LOCAL).equals(LOCAL);
    }

    /** As people know it, such as {@code state('s3')}. */
    synchronized String title(Supplier<Optional<BackendDeclaration>> declaration) {
        return title(declared(declaration));
    }

    static String title(Optional<BackendDeclaration> declaration) {
        return isLocal(declaration)
                ? "files beside the project"
                : "state('" + declaration.orElseThrow().type() + "')";
    }

    /** The block; it is asked for where none was read before. */
    synchronized Optional<BackendDeclaration> declared(Supplier<Optional<BackendDeclaration>> declaration) {
        if (block == null) {
            use(declaration.get());
        }
        return declared;
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
