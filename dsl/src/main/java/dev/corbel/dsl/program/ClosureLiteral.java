package dev.corbel.dsl.program;

import dev.corbel.providers.api.diagnostic.SourceRange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Code between braces, with its parameters. As a value it is {@link Code}; as the body of a block it runs with
 * {@link BlockCall.Body}.
 *
 * @param required how many arguments it needs; the other parameters have defaults
 */
public record ClosureLiteral(List<Parameter> parameters, int required, Node body, SourceRange range) implements Node {

    /** A parameter. */
    public record Parameter(String name, @Nullable Node defaultValue) {}

    public ClosureLiteral {
        parameters = List.copyOf(parameters);
    }

    @Override
    public Object evaluate(Scope scope) {
        return new Code(this, scope);
    }

    /** Runs the body in a scope made for its parameters. */
    @Nullable
    Object run(Scope scope, @Nullable Object[] arguments) {
        bind(parameters, scope, arguments);
        return Signal.valueOf(body.evaluate(scope));
    }

    static void bind(List<Parameter> parameters, Scope scope, @Nullable Object[] arguments) {
        for (int i = 0; i < parameters.size(); i++) {
            if (i < arguments.length) {
                scope.set(0, i, arguments[i]);
            } else {
                Node defaultValue = parameters.get(i).defaultValue();
                scope.set(0, i, defaultValue == null ? null : defaultValue.evaluate(scope));
            }
        }
    }
}
