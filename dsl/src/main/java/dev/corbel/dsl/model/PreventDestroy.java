package dev.corbel.dsl.model;

import dev.corbel.providers.api.diagnostic.SourceRange;

/**
 * Says of a resource whether plans may destroy its objects.
 *
 * @param prevented whether they may not
 * @param range of the value
 */
public record PreventDestroy(boolean prevented, SourceRange range) {

    /** The line that says it, as {@code file:line}. */
    public String line() {
        return range.file() + ":" + range.line();
    }
}
