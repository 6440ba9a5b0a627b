package dev.corbel.dsl.declare;

import static dev.corbel.providers.api.schema.Attribute.required;

import dev.corbel.dsl.program.BlockCall;
import dev.corbel.dsl.program.Placeholder;
import dev.corbel.dsl.scope.DeclaredValue;
import dev.corbel.dsl.scope.Required;
import dev.corbel.dsl.scope.Variable;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.diagnostic.SourceRange;
import dev.corbel.providers.api.expression.WithheldFailure;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code validation { condition = …; message = … }} of a variable, checked with the variable's value. */
final class ValidationBlock extends SchemaBlock {
    private static final Schema SCHEMA = Schema.builder()
            .attribute(required("condition", Type.ANY).describedAs("It must be true."))
            .attribute(required("message", Type.STRING).describedAs("It is shown where the condition is not true."))
            .build();

    private final String name;
    private final Variable variable;
    private @Nullable Object condition;

    /** A problem of the block itself, which quotes no value. */
    private @Nullable DiagnosticsException ofBlock;

    ValidationBlock(SchemaBlock variable, String name, Variable declared) {
        super(variable.context(), variable.scope(), "validation of variable \"" + declared.name() + "\"", SCHEMA);
        this.name = name;
        this.variable = declared;
    }

    @Override
    public void attribute(String attribute, @Nullable Object value, SourceRange nameRange, SourceRange valueRange) {
        boolean isCondition = attribute.equals("condition");
        if (isCondition) {
            condition = value;
        }
        try {
            super.attribute(attribute, isCondition ? true : value, nameRange, valueRange);
        } catch (DiagnosticsException problem) {
            ofBlock = problem;
            throw problem;
        }
    }

    @Override
    public void report(DiagnosticsException problems) {
        boolean mayQuote = variable.isSensitive() && problems != ofBlock;
        super.report(mayQuote ? WithheldFailure.of(problems, Optional.empty()) : problems);
    }

    private String message(BlockCall.Body body, Map<String, DeclaredValue.Written> written) {
        return variable.isSensitive()
                ? ValidationMessage.of(context(), scope(), body)
                : new Required(context().problems(), written).text("message", "");
    }

    /** @param source what gave the value; empty for the default */
    void check(BlockCall call, String source) {
        BlockCall.Body body = bodyOf(call);
        variable.reveal(() -> body.run(this));
        Map<String, DeclaredValue.Written> written = finish(call.range());
        if (condition == Placeholder.VALUE || !written.containsKey("condition")) {
            return;
        }
        if (condition instanceof Boolean holds) {
            if (!holds) {
                context()
                        .problems()
                        .error(
                                "The value of the variable \"" + name + "\" is not valid",
                                message(body, written) + (source.isEmpty() ? "" : " It is given by " + source + "."),
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
