package dev.corbel.dsl.program;

import dev.corbel.providers.api.diagnostic.SourceRange;
import org.jspecify.annotations.Nullable;

/**
 * A part of a definition file: an expression or a statement. Nodes are records, so that whole programs can be stored.
 *
 * <p>Evaluating an expression gives a plain Groovy value or a {@link Deferred}; evaluating a statement gives a {@link
 * ControlFlow} where it leaves the code around it. Problems are {@code DiagnosticsException}s.
 */
public interface Node {

    /** The place in the source. */
    SourceRange range();

    @Nullable
    Object evaluate(Frame frame);
}
