package dev.corbel.dsl.evaluate;

import dev.corbel.dsl.language.Level;
import dev.corbel.dsl.component.ComponentType;
import dev.corbel.dsl.program.BlockCall;
import dev.corbel.providers.api.diagnostic.SourceRange;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The block of a component: its inputs, and declarations inside it. */
final class ComponentBlock extends Declarations {
    private final ComponentType type;
    private final SchemaBlock inputs;

    ComponentBlock(Context context, Space space, ComponentType type, BlockActions actions) {
        super(context, space, Level.COMPONENT, actions);
        this.type = type;
        this.inputs = new SchemaBlock(context, space, space.title(), type.inputs());
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

    Map<String, Raw.Written> finish(SourceRange head) {
        return inputs.finish(head);
    }
}
