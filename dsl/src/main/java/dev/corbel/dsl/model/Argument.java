package dev.corbel.dsl.model;

import dev.corbel.providers.api.diagnostic.SourceRange;
import dev.corbel.providers.api.expression.Expression;

/**
 * The value of one attribute or of all blocks of one name (an object for a single block, else a list of
 * objects), already of the schema's type as far as it is known.
 *
 * @param range the assignment, or the first of the blocks
 */
public record Argument(Expression value, SourceRange range) {}
