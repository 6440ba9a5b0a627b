package dev.corbel.dsl.scope;

import dev.corbel.dsl.program.Deferred;
import dev.corbel.providers.api.diagnostic.SourceRange;
import org.jspecify.annotations.Nullable;

/** Knows values of references while the definition is evaluated, for code that decides by them what is declared. */
public interface Decider {

    /**
     * The plain value; ends the statement where it is not known in this evaluation.
     *
     * @param use completes "A reference cannot be …"
     * @param range where it is used
     */
    @Nullable
    Object decide(Deferred value, String use, @Nullable SourceRange range);
}
