package dev.corbel.state.backend;

import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.state.encryption.StateEncryption;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Whose state is opened.
 *
 * @param project the folder of the project
 * @param environment the name of the environment
 * @param engineVersion what each snapshot says about who wrote it
 * @param encryption how its content is kept
 * @param notices gets what people may want to know while they wait
 */
public record BackendContext(
        Path project,
        String environment,
        String engineVersion,
        StateEncryption encryption,
        Consumer<Diagnostic> notices) {

    /** State in the clear, with nobody to tell anything. */
    public BackendContext(Path project, String environment, String engineVersion) {
        this(project, environment, engineVersion, StateEncryption.none(environment), notice -> {});
    }

    /** The same with its content kept in another way. */
    public BackendContext with(StateEncryption other) {
        return new BackendContext(project, environment, engineVersion, other, notices);
    }

    /** The same with somebody who is told what people may want to know. */
    public BackendContext with(Consumer<Diagnostic> listener) {
        return new BackendContext(project, environment, engineVersion, encryption, listener);
    }
}
