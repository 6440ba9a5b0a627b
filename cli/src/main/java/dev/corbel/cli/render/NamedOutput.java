package dev.corbel.cli.render;

import dev.corbel.state.model.OutputValue;

/** One output with its name. */
public record NamedOutput(String name, OutputValue value) {}
