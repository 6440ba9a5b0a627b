package dev.corbel.dsl.declare;

import dev.corbel.dsl.program.BlockCall;
import dev.corbel.dsl.program.Problem;
import dev.corbel.dsl.scope.AttributeCheck;
import dev.corbel.dsl.scope.Context;
import dev.corbel.dsl.scope.DeclaredValue;
import dev.corbel.dsl.scope.Scope;
import dev.corbel.dsl.scope.VariableSource;
import dev.corbel.providers.api.diagnostic.SourceRange;
import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.Type;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A block of which somebody else knows what it may contain: it takes any attribute and no blocks. */
class FreeBlock extends BlockReceiver {
    private final String title;
    private final @Nullable String hint;
    private final Map<String, DeclaredValue.Written> written = new LinkedHashMap<>();
    private final Map<String, VariableSource.Argument> arguments = new LinkedHashMap<>();

    private boolean skipped;

    FreeBlock(Context context, Scope scope, String title, @Nullable String hint) {
        super(context, scope);
        this.title = title;
        this.hint = hint;
    }

    @Override
    public void attribute(String name, @Nullable Object value, SourceRange nameRange, SourceRange valueRange) {
        if (arguments.put(name, new VariableSource.Argument(value, nameRange, valueRange)) != null) {
            throw Problem.error("\"" + name + "\" is set twice", "", null, nameRange);
        }
        Attribute attribute = Attribute.optional(name, Type.ANY).build();
        written.put(
                name,
                new DeclaredValue.Written(AttributeCheck.check(attribute, value, valueRange), nameRange, valueRange));
    }

    @Override
    public void block(BlockCall call) {
        throw Problem.error("There are no blocks in " + title, "", hint, call.range());
    }

    @Override
    public void skipped() {
        skipped = true;
        super.skipped();
    }

    /** Tells whether code in the block did not run that may have set what seems to be missing. */
    boolean isSkipped() {
        return skipped;
    }

    Map<String, DeclaredValue.Written> written() {
        return written;
    }

    Map<String, VariableSource.Argument> arguments() {
        return arguments;
    }
}
