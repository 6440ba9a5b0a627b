package dev.corbel.engine.environment;

import java.nio.file.Path;

/**
 * The environment that a command is about.
 *
 * @param name of its file, without {@code .groovy}
 * @param file its definition
 * @param project the directory that holds {@code environments/} and {@code .corbel/}
 */
public record Environment(String name, Path file, Path project) {}
