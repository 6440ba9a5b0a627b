package dev.corbel.dsl.resolve;

import dev.corbel.dsl.scope.DeclaredValue;
import dev.corbel.providers.api.diagnostic.SourceRange;
import dev.corbel.providers.api.expression.Expression;
import org.jspecify.annotations.Nullable;

/** Makes expressions of values in which references stand. */
interface ValueLinker {

    /** The expression for a declared value. */
    Expression link(DeclaredValue value);

    /** The expression for a plain or deferred value. */
    Expression link(@Nullable Object value, SourceRange range);
}
