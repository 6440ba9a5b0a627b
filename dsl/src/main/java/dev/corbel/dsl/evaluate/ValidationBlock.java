package dev.corbel.dsl.evaluate;

import static dev.corbel.providers.api.schema.Attribute.required;

import dev.corbel.dsl.program.BlockCall;
import dev.corbel.dsl.program.Placeholder;
import dev.corbel.providers.api.diagnostic.SourceRange;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code validation { condition = …; message = … }} of a variable, checked with the variable's value. */
final class ValidationBlock extends SchemaBlock {
    private static final Schema SCHEMA = Schema.builder()
            .attribute(required("condition", Type.ANY).describedAs("It must be true."))
            .attribute(required("message", Type.STRING).describedAs("It is shown where the condition is not true."))
            .build();

    private final String name;
    private @Nullable Object condition;

    ValidationBlock(SchemaBlock variable, String name, VariableBlock.Variable declared) {
        super(variable.context(), variable.space(), "validation of variable \"" + declared.name() + "\"", SCHEMA);
        this.name = name;
    }

    @Override
    public void attribute(String attribute, @Nullable Object value, SourceRange nameRange, SourceRange valueRange) {
        if (attribute.equals("condition")) {
            condition = value;
            super.attribute(attribute, true, nameRange, valueRange);
        } else {
            super.attribute(attribute, value, nameRange, valueRange);
        }
    }

    /** @param source what gave the value; empty for the default */
    void check(BlockCall call, String source) {
        bodyOf(call).run(this);
        Map<String, Raw.Written> written = finish(call.range());
        if (condition == Placeholder.VALUE || !written.containsKey("condition")) {
            return;
        }
        if (condition instanceof Boolean holds) {
            if (!holds) {
                context()
                        .problems()
                        .error(
                                "The value of the variable \"" + name + "\" is not valid",
                                new Required(context().problems(), written).text("message", "")
                                        + (source.isEmpty() ? "" : " It is given by " + source + "."),
                                null,
                                call.range());
            }
            return;
        }
        context()
                .problems()
                .error(
                        "The condition of a validation must be true or false",
                        "",
                        null,
                        written.getOrDefault(
                                        "condition", written.values().iterator().next())
                                .range());
    }
}
