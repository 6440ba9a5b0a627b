package dev.corbel.state.backend;

import java.nio.file.Path;

/**
 * Whose state is opened.
 *
 * @param project the folder of the project
 * @param environment the name of the environment
 * @param engineVersion what each snapshot says about who wrote it
 */
public record BackendContext(Path project, String environment, String engineVersion) {}
