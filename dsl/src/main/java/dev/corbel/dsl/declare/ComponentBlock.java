package dev.corbel.dsl.declare;

import dev.corbel.dsl.component.ComponentType;
import dev.corbel.dsl.language.Level;
import dev.corbel.dsl.program.BlockCall;
import dev.corbel.dsl.scope.Context;
import dev.corbel.dsl.scope.DeclaredValue;
import dev.corbel.dsl.scope.Problems;
import dev.corbel.dsl.scope.Scope;
import dev.corbel.providers.api.diagnostic.SourceRange;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The block of a component: its inputs, and declarations inside it. */
final class ComponentBlock extends Declarations {
    private final ComponentType type;
    private final SchemaBlock inputs;
    private final Problems problems;

    ComponentBlock(Context context, Scope scope, ComponentType type, BlockActions actions) {
        super(context, scope, Level.COMPONENT, actions);
        this.type = type;
        this.problems = context.problems();
        this.inputs = new SchemaBlock(context, scope, scope.title(), type.inputs());
    }

    @Override
    public void attribute(String name, @Nullable Object value, SourceRange nameRange, SourceRange valueRange) {
        inputs.attribute(name, value, nameRange, valueRange);
    }

    @Override
    public void block(BlockCall call) {
        if (type.inputs().block(call.keyword()) != null || type.inputs().attribute(call.keyword()) != null) {
            inputs.block(call);
        } else {
            super.block(call);
        }
    }

    @Override
    public void skipped() {
        inputs.skipped();
    }

    @Override
    Set<String> otherBlocks() {
        return type.inputs().blocks().keySet();
    }

    Map<String, DeclaredValue.Written> finish(SourceRange head) {
        Map<String, DeclaredValue.Written> written = inputs.finish(head);
        if (type.kind().equals("containers") && !inputs.isSkipped()) {
            ContainersCheck.check(written, head, problems);
        }
        return written;
    }
}
