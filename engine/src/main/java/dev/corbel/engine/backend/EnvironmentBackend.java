package dev.corbel.engine.backend;

import dev.corbel.dsl.model.BackendDeclaration;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.state.StateBackend;
import dev.corbel.state.backend.BackendContext;
import dev.corbel.state.backend.StateBackends;
import dev.corbel.state.backend.StateBlock;
import dev.corbel.state.encryption.StateEncryption;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The backend of an environment's state: known once its block was read, open once it was asked for. */
public final class EnvironmentBackend implements AutoCloseable {
    private final BackendContext context;
    private final Supplier<Optional<BackendDeclaration>> definition;
    private final StateBackends backends = StateBackends.discover();
    private Optional<BackendDeclaration> declared = Optional.empty();
    private @Nullable StateBlock block;
    private @Nullable StateEncryption encryption;
    private @Nullable StateBackend open;

    /**
     * The backend of an environment.
     *
     * @param definition reads the {@code state} block; asked where none was {@linkplain #use used} before
     */
    public EnvironmentBackend(BackendContext context, Supplier<Optional<BackendDeclaration>> definition) {
        this.context = context;
        this.definition = definition;
    }

    /** Checks a block, and goes by it from now on. */
    public synchronized void use(Optional<BackendDeclaration> declaration) {
        StateBlock next = declaration.map(EnvironmentBackend::block).orElse(StateBlock.NONE);
        if (!next.equals(block)) {
            encryption = backends.encryption(next, context);
            block = next;
        }
        declared = declaration;
    }

    /** The encryption of state and plans, as the block says. */
    public synchronized StateEncryption encryption() {
        readBlock();
        return Objects.requireNonNull(encryption);
    }

    /** The encryption as the block says; none where the definition is missing or broken. */
    public synchronized StateEncryption encryptionIfReadable() {
        if (encryption == null) {
            use(readable());
        }
        return encryption();
    }

    private Optional<BackendDeclaration> readable() {
        try {
            return definition.get();
        } catch (DiagnosticsException broken) {
            return Optional.empty();
        }
    }

    /** Opens the backend, once. */
    public synchronized StateBackend open() {
        if (open == null) {
            BackendContext kept = context.with(encryption());
            open = backends.open(Objects.requireNonNull(block), kept);
        }
        return open;
    }

    /** The location that the block names. */
    public synchronized BackendLocation location() {
        return BackendLocation.of(declaration());
    }

    /** The block; empty where the definition has none. */
    public synchronized Optional<BackendDeclaration> declaration() {
        readBlock();
        return declared;
    }

    private void readBlock() {
        if (block == null) {
            use(definition.get());
        }
    }

    private static StateBlock block(BackendDeclaration declared) {
        return new StateBlock(
                declared.type(), declared.configuration(), Optional.of(declared.range()), declared.places());
    }

    @Override
    public synchronized void close() {
        if (open != null) {
            open.close();
            open = null;
        }
    }
}
