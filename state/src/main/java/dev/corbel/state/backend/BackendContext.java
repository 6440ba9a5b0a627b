package dev.corbel.state.backend;

import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.state.encryption.StateEncryption;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Whose state is opened.
 *
 * @param project the folder of the project
 * @param environment the name of the environment
 * @param engineVersion what each snapshot says about who wrote it
 * @param variables the process's environment variables
 * @param encryption how its content is kept
 * @param notices gets what people may want to know while they wait
 */
public record BackendContext(
        Path project,
        String environment,
        String engineVersion,
        Map<String, String> variables,
        StateEncryption encryption,
        Consumer<Diagnostic> notices) {
    public BackendContext {
        variables = Map.copyOf(variables);
    }

    /** State in the clear, with no variables and nobody to tell anything. */
    public BackendContext(Path project, String environment, String engineVersion) {
        this(project, environment, engineVersion, Map.of(), StateEncryption.none(environment), notice -> {});
    }

    /** The same with other environment variables. */
    public BackendContext with(Map<String, String> others) {
        return new BackendContext(project, environment, engineVersion, others, encryption, notices);
    }

    /** The same with its content kept in another way. */
    public BackendContext with(StateEncryption other) {
        return new BackendContext(project, environment, engineVersion, variables, other, notices);
    }

    /** The same with somebody who is told what people may want to know. */
    public BackendContext with(Consumer<Diagnostic> listener) {
        return new BackendContext(project, environment, engineVersion, variables, encryption, listener);
    }

    /** Names no variables, since some are secrets. */
    @Override
    public String toString() {
        return "BackendContext[" + environment + " in " + project + "]";
    }
}
