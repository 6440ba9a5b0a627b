package dev.corbel.dsl.program;

import dev.corbel.providers.api.diagnostic.SourceRange;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A closure of a definition: code, and the variables around it. Groovy's library gets it as a {@link ClosureValue}. */
public final class Code {
    private final ClosureLiteral literal;
    private final Frame frame;

    Code(ClosureLiteral literal, Frame frame) {
        this.literal = literal;
        this.frame = frame;
    }

    ClosureLiteral literal() {
        return literal;
    }

    Frame frame() {
        return frame;
    }

    int parameters() {
        return literal.parameters().size();
    }

    SourceRange range() {
        return literal.range();
    }

    /** Runs the code. One list is taken apart for several parameters, as Groovy does. */
    public @Nullable Object run(@Nullable Object... arguments) {
        @Nullable Object[] fitting = arguments;
        int wanted = parameters();
        if (arguments.length == 1 && wanted > 1 && arguments[0] instanceof List<?> list) {
            fitting = list.toArray();
        }
        boolean implicit = wanted == 1 && literal.required() == 0;
        if (fitting.length > wanted || (fitting.length < literal.required() && !implicit)) {
            throw Problem.error(
                    "This closure takes " + wanted + (wanted == 1 ? " value" : " values") + ", but gets "
                            + fitting.length,
                    "",
                    null,
                    range());
        }
        return literal.run(frame.inner(wanted), fitting);
    }

    /** Runs the code for an entry of a map: with key and value, or with the entry. */
    @Nullable
    Object runFor(Map.Entry<?, ?> entry) {
        return parameters() == 2 ? run(entry.getKey(), entry.getValue()) : run(entry);
    }

    // Java and Groovy would give another text and another number in each process.

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        throw noText(range());
    }

    @Override
    public String toString() {
        throw noText(range());
    }

    /** Refuses to write code out, or to order it. */
    static RuntimeException noText(SourceRange range) {
        return Problem.error("A closure is no text and no key", "", "Call it, as in code.call(value).", range);
    }
}
