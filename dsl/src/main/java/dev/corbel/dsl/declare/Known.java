package dev.corbel.dsl.declare;

import dev.corbel.dsl.program.Deferred;
import dev.corbel.dsl.program.Refusal;
import dev.corbel.providers.api.diagnostic.SourceRange;
import org.jspecify.annotations.Nullable;

/** Values that decide what is declared. */
final class Known {
    private Known() {}

    /**
     * The value, with what planning knows in the place of a deferred one; a deferred one that may not decide stays as it is.
     *
     * @param use completes "A reference cannot be …"
     */
    static @Nullable Object of(@Nullable Object value, String use, @Nullable SourceRange range) {
        return value instanceof Deferred deferred && deferred.mayDecide()
                ? Refusal.demanded(deferred, use, range)
                : value;
    }
}
