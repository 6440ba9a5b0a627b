package dev.corbel.dsl.program;

import dev.corbel.providers.api.diagnostic.SourceRange;
import org.jspecify.annotations.Nullable;

/** Stands for a value that this run does not have, such as a variable's in a check without values. Takes part in everything. */
public final class Placeholder extends Deferred {
    public static final Placeholder VALUE = new Placeholder();

    /** Stands for a value that is not known yet where the rest of the code's values are: calls end the code. */
    public static final Placeholder LATE = new Placeholder();

    private Placeholder() {}

    /** Ends a statement that would have to know the value. Noted as skipped, never shown. */
    public static final class SkippedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private SkippedException() {
            super("skipped", null, false, false);
        }
    }

    /** Ends the statement quietly. */
    public static RuntimeException skip() {
        return new SkippedException();
    }

    /** The placeholder that a value is, or is made of as a text; null where it is neither. */
    static @Nullable Placeholder of(@Nullable Object value) {
        if (value instanceof Placeholder placeholder) {
            return placeholder;
        }
        return value instanceof TemplateValue text && text.parts().stream().anyMatch(Placeholder.class::isInstance)
                ? LATE
                : null;
    }

    /** The placeholder among these; null where there is none. */
    static @Nullable Placeholder among(@Nullable Object left, @Nullable Object right) {
        Placeholder first = of(left);
        return first == null ? of(right) : first;
    }

    @Override
    public String display() {
        return "(a value that is not given)";
    }

    @Override
    public Object property(String name, boolean soft, SourceRange range) {
        return this;
    }

    @Override
    public Object spread(String name, SourceRange range) {
        return this;
    }

    @Override
    public Object index(Object key, boolean soft, SourceRange range) {
        return this;
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // a deferred value has no equals to ask
    public Object call(String method, @Nullable Object[] arguments, SourceRange range) {
        if (this == LATE) {
            // The call might change something that the code goes on with.
            throw skip();
        }
        return this;
    }
}
