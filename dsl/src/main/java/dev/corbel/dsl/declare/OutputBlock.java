package dev.corbel.dsl.declare;

import static dev.corbel.providers.api.schema.Attribute.optional;
import static dev.corbel.providers.api.schema.Attribute.required;

import dev.corbel.dsl.language.Keywords;
import dev.corbel.dsl.program.BlockCall;
import dev.corbel.dsl.program.Placeholder;
import dev.corbel.dsl.program.Problem;
import dev.corbel.dsl.scope.Context;
import dev.corbel.dsl.scope.DeclaredValue;
import dev.corbel.dsl.scope.Required;
import dev.corbel.dsl.scope.Scope;
import dev.corbel.providers.api.diagnostic.SourceRange;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code output(name) { value, description, sensitive, dependsOn }}. */
final class OutputBlock extends SchemaBlock {
    private static final Schema SCHEMA = Schema.builder()
            .attribute(required("value", Type.ANY).describedAs("What is handed out."))
            .attribute(optional("description", Type.STRING))
            .attribute(optional("sensitive", Type.BOOLEAN))
            .attribute(optional("dependsOn", Type.ANY))
            .build();

    private @Nullable Object value;
    private @Nullable SourceRange valueRange;
    private List<?> dependsOn = List.of();

    private OutputBlock(Context context, Scope scope, String name) {
        super(context, scope, "output \"" + name + "\"", SCHEMA);
    }

    static void declare(Context context, Scope scope, BlockCall call) {
        Labels.check(call, Keywords.OUTPUT);
        String name = Labels.name(call, 0);
        OutputBlock block = new OutputBlock(context, scope, name);
        Labels.body(call).run(block);
        Map<String, DeclaredValue.Written> written = block.finish(call.range());
        Required required = new Required(context.problems(), written);
        Object value = block.isSkipped() && block.valueRange == null ? Placeholder.VALUE : block.value;
        Scope.Output earlier = scope.outputs().get(name);
        if (earlier != null) {
            throw Problem.error(
                    "The output \"" + name + "\" is declared twice",
                    "It was declared in line " + earlier.range().line() + " before.",
                    null,
                    call.range());
        }
        scope.outputs()
                .put(
                        name,
                        new Scope.Output(
                                name,
                                value,
                                required.text("description", ""),
                                required.flag("sensitive", false),
                                block.dependsOn,
                                call.range(),
                                block.valueRange == null ? call.range() : block.valueRange));
    }

    @Override
    public void attribute(String name, @Nullable Object given, SourceRange nameRange, SourceRange range) {
        if (name.equals("value")) {
            value = given;
            valueRange = range;
            // The value is linked as it was written; null is a value too.
            super.attribute(name, Placeholder.VALUE, nameRange, range);
        } else if (name.equals("dependsOn")) {
            dependsOn = given instanceof List<?> list ? list : java.util.Collections.singletonList(given);
        } else {
            super.attribute(name, given, nameRange, range);
        }
    }
}
