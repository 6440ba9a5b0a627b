package dev.corbel.dsl.model;

import dev.corbel.providers.api.diagnostic.SourceRange;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.value.Value;

/**
 * A variable with the value of this run, marked where it is sensitive; unknown where a check needs no values.
 *
 * @param given whether the value came from outside rather than from the default
 */
public record VariableDeclaration(
        String name, Type type, Value value, boolean given, boolean sensitive, String description, SourceRange range) {}
