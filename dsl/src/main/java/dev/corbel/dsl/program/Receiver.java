package dev.corbel.dsl.program;

import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.diagnostic.SourceRange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A block while its body runs: takes what the body declares and knows the names that can be read in it. */
public interface Receiver {

    /**
     * Takes {@code name = value}.
     *
     * @param nameRange where the name stands
     * @param valueRange where the value stands
     */
    void attribute(String name, @Nullable Object value, SourceRange nameRange, SourceRange valueRange);

    /** Takes {@code keyword(…) { … }}. */
    void block(BlockCall call);

    /** Gives the meaning of a name that is no variable of the code: a reference mostly. */
    @Nullable
    Object name(String name, SourceRange range);

    /** Gives what a function of the language makes of its arguments. */
    @Nullable
    Object function(String name, List<? extends @Nullable Object> arguments, SourceRange range);

    /** Notes problems; the code goes on with the next statement. */
    void report(DiagnosticsException problems);

    /** Tells whether the block was finished when the code runs, so that names give values that are known by then. */
    default boolean isLate() {
        return false;
    }

    /** Notes that a part of the code could not run, since it depends on a value that this run does not have. */
    void skipped();
}
