package dev.corbel.dsl.model;

import dev.corbel.providers.api.diagnostic.SourceRange;
import dev.corbel.providers.api.expression.Expression;

/**
 * A requirement that must be true.
 *
 * @param message what to say where it is not
 */
public record Condition(Expression condition, Expression message, SourceRange range) {}
