package dev.corbel.dsl.program;

import dev.corbel.providers.api.diagnostic.SourceRange;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * A value that code may pass on but not look at: a reference, a text or list made of references, a sensitive value, or a
 * value that this run does not have. Whatever looks at it fails with a hint.
 */
public abstract class Deferred {

    /** The name of the value in messages: mostly the text in the source. */
    public abstract String display();

    /**
     * The value of {@code this.name}.
     *
     * @param soft whether it is null where there is no such part; else that is an error
     */
    public @Nullable Object property(String name, boolean soft, SourceRange range) {
        throw Refusal.of(this, "looked into", range);
    }

    /** The value of {@code this*.name}. */
    public @Nullable Object spread(String name, SourceRange range) {
        throw Refusal.of(this, "looked into", range);
    }

    /**
     * The value of {@code this[key]}; the key is no deferred value.
     *
     * @param soft whether it is null where there is no such part; else that is an error
     */
    public @Nullable Object index(Object key, boolean soft, SourceRange range) {
        throw Refusal.of(this, "looked into", range);
    }

    /** The value of {@code this.method(…)}. */
    public @Nullable Object call(String method, @Nullable Object[] arguments, SourceRange range) {
        throw Refusal.ofCall(this, method, range);
    }

    // Java's own collections and Groovy's library come here when they look at the value behind the language's back.

    @Override
    public final boolean equals(@Nullable Object other) {
        if (this == other) {
            return true;
        }
        throw Refusal.of(this, "compared", null);
    }

    @Override
    public final int hashCode() {
        throw Refusal.of(this, "used as a key", null);
    }

    /** Groovy's truth, which its library asks for by this name. */
    @SuppressWarnings("DoNotCallSuggester")
    public final boolean asBoolean() {
        throw Refusal.of(this, "used as a condition", null);
    }

    /** Groovy's iteration, which would take the value for a list with itself in it. */
    @SuppressWarnings("DoNotCallSuggester")
    public final Iterator<?> iterator() {
        throw Refusal.of(this, "looped over", null);
    }

    @Override
    public final String toString() {
        throw Refusal.of(this, "turned into text by code", null);
    }
}
