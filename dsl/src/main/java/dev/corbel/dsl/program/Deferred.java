package dev.corbel.dsl.program;

import dev.corbel.providers.api.diagnostic.SourceRange;
import java.util.Iterator;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A value that code may pass on but not look at: a reference, a text or list made of references, a sensitive value, or a
 * value that this run does not have. Whatever looks at it fails with a hint.
 */
public abstract class Deferred {
    /** Methods that are called for what their code does, not for a value. */
    private static final Set<String> LOOPING = Set.of(
            "each",
            "eachWithIndex",
            "forEach",
            "reverseEach",
            "eachLine",
            "splitEachLine",
            "eachMatch",
            "times",
            "upto",
            "downto",
            "step");

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

    /** The value of {@code this.method(…)}: what the method, or the code of {@code map}, will make of it. */
    public @Nullable Object call(String method, @Nullable Object[] arguments, SourceRange range) {
        if (method.equals("map") && arguments.length == 1 && arguments[0] instanceof Code closure) {
            return new MappedValue(this, closure, range);
        }
        if (Placeholder.of(this) != null) {
            throw Placeholder.skip();
        }
        if (LOOPING.contains(method)) {
            return Dispatch.call(Refusal.demanded(this, "looped over", range), method, arguments, range);
        }
        return LiftedValue.ofCall(this, method, arguments, range);
    }

    /** The one value that this one follows from, where code may decide by this one as by that. */
    protected @Nullable Deferred source() {
        return null;
    }

    /** Tells whether planning may know the value while the definition is evaluated, so that code may decide by it. */
    public boolean mayDecide() {
        Deferred source = source();
        return source != null && source.mayDecide();
    }

    /**
     * What planning knows a value to be in which this one is a part; asked where {@link #mayDecide}.
     *
     * @param whole the value that code looks at
     * @param use completes "A reference cannot be …"
     */
    public @Nullable Object decided(Deferred whole, String use, @Nullable SourceRange range) {
        Deferred source = source();
        if (source == null) {
            throw Refusal.of(whole, use, range);
        }
        return source.decided(whole, use, range);
    }

    /** Tells whether the next step from here is a part of an address, which must be known, and not of a value. */
    public boolean isAddress() {
        return false;
    }

    // Java's own collections and Groovy's library come here when they look at the value behind the language's back.

    @Override
    public final boolean equals(@Nullable Object other) {
        if (this == other) {
            return true;
        }
        throw Refusal.ofLook(this, "compared", null);
    }

    @Override
    public final int hashCode() {
        throw Refusal.ofLook(this, "used as a key", null);
    }

    /** Groovy's truth, which its library asks for by this name. */
    @SuppressWarnings("DoNotCallSuggester")
    public final boolean asBoolean() {
        throw Refusal.ofLook(this, "used as a condition", null);
    }

    /** Groovy's iteration, which would take the value for a list with itself in it. */
    @SuppressWarnings("DoNotCallSuggester")
    public final Iterator<?> iterator() {
        throw Refusal.ofLook(this, "looped over", null);
    }

    @Override
    public final String toString() {
        throw Refusal.ofLook(this, "turned into text by code", null);
    }
}
