package dev.corbel.state.backend;

import dev.corbel.state.encryption.StateEncryption;
import java.nio.file.Path;

/**
 * Whose state is opened.
 *
 * @param project the folder of the project
 * @param environment the name of the environment
 * @param engineVersion what each snapshot says about who wrote it
 * @param encryption how its content is kept
 */
public record BackendContext(Path project, String environment, String engineVersion, StateEncryption encryption) {

    /** State in the clear. */
    public BackendContext(Path project, String environment, String engineVersion) {
        this(project, environment, engineVersion, StateEncryption.none(environment));
    }

    /** The same with its content kept in another way. */
    public BackendContext with(StateEncryption other) {
        return new BackendContext(project, environment, engineVersion, other);
    }
}
