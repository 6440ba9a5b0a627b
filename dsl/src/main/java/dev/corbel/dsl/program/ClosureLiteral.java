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
    public Object evaluate(Frame frame) {
        return new Code(this, frame);
    }

    /** Runs the body in a frame made for its parameters. */
    @Nullable
    Object run(Frame frame, @Nullable Object[] arguments) {
        bind(parameters, frame, arguments);
        return ControlFlow.valueOf(body.evaluate(frame));
    }

    static void bind(List<Parameter> parameters, Frame frame, @Nullable Object[] arguments) {
        for (int i = 0; i < parameters.size(); i++) {
            if (i < arguments.length) {
                frame.set(0, i, arguments[i]);
            } else {
                Node defaultValue = parameters.get(i).defaultValue();
                frame.set(0, i, defaultValue == null ? null : defaultValue.evaluate(frame));
            }
        }
    }
}
