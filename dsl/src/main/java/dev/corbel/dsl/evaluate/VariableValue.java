package dev.corbel.dsl.evaluate;

import dev.corbel.dsl.program.Deferred;
import dev.corbel.dsl.variable.TextValues;
import dev.corbel.dsl.variable.VariableInputs;
import dev.corbel.providers.api.diagnostic.SourceRange;
import dev.corbel.providers.api.schema.Conversion;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.value.Value;
import org.jspecify.annotations.Nullable;

/** Finds the value of one variable and brings it into the variable's type. */
final class VariableValue {
    static final Object NONE = new Object();

    private final Context context;
    private final Space space;
    private final String name;
    private final Type type;
    private String source = "";

    VariableValue(Context context, Space space, String name, Type type) {
        this.context = context;
        this.space = space;
        this.name = name;
        this.type = type;
    }

    /** The value from outside; {@link #NONE} where there is none. */
    @Nullable
    Object given() {
        if (space.variables().source() instanceof VariableSource.Outside outside) {
            VariableInputs.Given given = outside.inputs().given(name);
            return given == null ? NONE : outside(given);
        }
        VariableSource.ModuleBlock block =
                (VariableSource.ModuleBlock) space.variables().source();
        VariableSource.Argument argument = block.arguments().get(name);
        if (argument == null) {
            return NONE;
        }
        return plain(argument.value(), argument.valueRange());
    }

    private @Nullable Object outside(VariableInputs.Given given) {
        source = given.source();
        try {
            Value value = given.isText()
                    ? TextValues.read(given.value().fullyUnmarked().toString(), type)
                    : given.value();
            return PlainValues.plain(Conversion.convert(value, type).fullyUnmarked(), "variable." + name);
        } catch (Conversion.MismatchException mismatch) {
            context.problems()
                    .error(
                            "The value of the variable \"" + name + "\" " + mismatch.getMessage(),
                            "It is given by " + given.source() + ".",
                            null,
                            null);
            return dev.corbel.dsl.program.Placeholder.VALUE;
        }
    }

    @Nullable
    Object defaultValue(Raw.Written written) {
        return plain(ComponentView.plain(written.raw(), name), written.range());
    }

    private @Nullable Object plain(@Nullable Object value, SourceRange range) {
        if (value instanceof Deferred) {
            return value;
        }
        Raw checked = AttributeCheck.check(VariableBlock.as(name, type), value, range);
        return ComponentView.plain(checked, "variable." + name);
    }

    /** What gave the value, for messages; empty for a default. */
    String source() {
        return source;
    }
}
