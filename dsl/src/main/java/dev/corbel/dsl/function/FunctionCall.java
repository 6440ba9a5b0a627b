package dev.corbel.dsl.function;

import dev.corbel.dsl.language.FunctionSpec;
import dev.corbel.dsl.program.Problem;
import dev.corbel.dsl.scope.Context;
import dev.corbel.dsl.scope.Scope;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.diagnostic.SourceRange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A call of a function of the language, where it stands.
 *
 * @param arguments as many as the function takes
 */
record FunctionCall(
        FunctionSpec function,
        List<? extends @Nullable Object> arguments,
        Context context,
        Scope scope,
        SourceRange range) {

    @Nullable
    Object argument(int position) {
        return arguments.get(position);
    }

    /** The error for arguments that the function does not take. */
    DiagnosticsException wrong() {
        return Problem.error(function.summary(), "", function.hint(), range);
    }
}
