package dev.corbel.dsl.declare;

import static dev.corbel.providers.api.schema.Attribute.optional;

import dev.corbel.dsl.program.BlockCall;
import dev.corbel.dsl.program.Placeholder;
import dev.corbel.dsl.program.Problem;
import dev.corbel.dsl.scope.Context;
import dev.corbel.dsl.scope.DeclaredValue;
import dev.corbel.dsl.scope.Required;
import dev.corbel.dsl.scope.Scope;
import dev.corbel.dsl.scope.Variable;
import dev.corbel.dsl.scope.VariableSource;
import dev.corbel.dsl.variable.LoadMode;
import dev.corbel.dsl.variable.VariableType;
import dev.corbel.providers.api.diagnostic.SourceRange;
import dev.corbel.providers.api.diagnostic.Suggestion;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code variable(name) { type, defaultValue, description, sensitive, validation { … } }}. */
final class VariableBlock extends SchemaBlock {
    private static final Schema SCHEMA = Schema.builder()
            .attribute(optional("type", Type.STRING))
            .attribute(optional("defaultValue", Type.ANY))
            .attribute(optional("description", Type.STRING))
            .attribute(optional("sensitive", Type.BOOLEAN))
            .build();

    private final String name;
    private final List<BlockCall> validations = new ArrayList<>();
    private boolean nullDefault;
    private boolean misnamedDefault;

    VariableBlock(Context context, Scope scope, String name) {
        super(context, scope, "variable \"" + name + "\"", SCHEMA);
        this.name = name;
    }

    @Override
    public void attribute(String attribute, @Nullable Object value, SourceRange nameRange, SourceRange valueRange) {
        if (attribute.equals("default")) {
            misnamedDefault = true;
            throw Problem.error(
                    "There is no attribute \"default\" in variable \"" + name + "\"",
                    "",
                    "Write defaultValue = ….",
                    nameRange);
        }
        nullDefault |= attribute.equals("defaultValue") && value == null;
        super.attribute(attribute, value, nameRange, valueRange);
    }

    @Override
    public void block(BlockCall call) {
        if (call.keyword().equals("validation")) {
            bodyOf(call);
            validations.add(call);
        } else {
            super.block(call);
        }
    }

    /** Finds the value and makes the variable known. */
    void declare(BlockCall call) {
        Map<String, DeclaredValue.Written> written = finish(call.range());
        Required required = new Required(context().problems(), written);
        Type type = type(required, written);
        boolean sensitive = required.flag("sensitive", false);
        VariableValue value = new VariableValue(context(), scope(), name, type);
        @Nullable Object found = value.given();
        boolean given = found != VariableValue.NONE;
        if (!given) {
            DeclaredValue.Written defaultValue = written.get("defaultValue");
            found = defaultValue != null ? value.defaultValue(defaultValue) : withoutDefault(call);
        }
        Variable variable =
                new Variable(name, type, found, given, sensitive, required.text("description", ""), call.range());
        scope().variables().declare(variable);
        if (found != Placeholder.VALUE) {
            validations.forEach(
                    validation -> new ValidationBlock(this, name, variable).check(validation, value.source()));
        }
    }

    private @Nullable Object withoutDefault(BlockCall call) {
        if (misnamedDefault) {
            return Placeholder.VALUE;
        }
        return nullDefault ? null : missing(call);
    }

    private Object missing(BlockCall call) {
        if (context().mode() == LoadMode.PLAN) {
            boolean module = scope().variables().source() instanceof VariableSource.ModuleBlock;
            SourceRange range = scope().variables().source() instanceof VariableSource.ModuleBlock block
                    ? block.range()
                    : call.range();
            context()
                    .problems()
                    .error(
                            "The variable \"" + name + "\" has no value",
                            "It has no default.",
                            module
                                    ? "Add " + name + " = … to the module's block."
                                    : "Give it with --var " + name + "=…, in a file with --var-file, or as CORBEL_VAR_"
                                            + name + ".",
                            range);
        }
        return Placeholder.VALUE;
    }

    private Type type(Required required, Map<String, DeclaredValue.Written> written) {
        String text = required.text("type", "any");
        return VariableType.parse(text).orElseGet(() -> {
            context()
                    .problems()
                    .error(
                            "There is no type \"" + text + "\"",
                            "",
                            Suggestion.didYouMean(text, VariableType.names())
                                    .orElse("Types are " + String.join(", ", VariableType.names()) + "."),
                            written.getOrDefault(
                                            "type", written.values().iterator().next())
                                    .valueRange());
            return Type.ANY;
        });
    }
}
