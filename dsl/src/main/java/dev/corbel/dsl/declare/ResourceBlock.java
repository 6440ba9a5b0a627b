package dev.corbel.dsl.declare;

import static dev.corbel.providers.api.schema.Attribute.optional;
import static dev.corbel.providers.api.schema.Attribute.required;

import dev.corbel.dsl.language.Keywords;
import dev.corbel.dsl.language.Level;
import dev.corbel.dsl.program.BlockCall;
import dev.corbel.dsl.program.Problem;
import dev.corbel.dsl.scope.Context;
import dev.corbel.dsl.scope.ResourceEntry.Special;
import dev.corbel.dsl.scope.Scope;
import dev.corbel.providers.api.diagnostic.SourceRange;
import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.BlockType;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The block of a resource or data source: what its type takes, and what all of them take. */
final class ResourceBlock extends SchemaBlock {
    private static final Schema CONDITION = Schema.builder()
            .attribute(required("condition", Type.ANY).describedAs("It must be true."))
            .attribute(required("message", Type.ANY).describedAs("It is shown where the condition is not true."))
            .build();
    private static final Schema LIFECYCLE = Schema.builder()
            .attribute(optional("createBeforeDestroy", Type.BOOLEAN))
            .attribute(optional("preventDestroy", Type.BOOLEAN))
            .attribute(optional("ignoreChanges", Type.ANY))
            .attribute(optional("replaceTriggeredBy", Type.ANY))
            .block(BlockType.list("precondition", CONDITION))
            .block(BlockType.list("postcondition", CONDITION))
            .build();
    private static final Schema DATA_LIFECYCLE = Schema.builder()
            .block(BlockType.list("precondition", CONDITION))
            .block(BlockType.list("postcondition", CONDITION))
            .build();

    private final Schema timeouts;
    private final boolean data;
    private Map<String, Special> special = Map.of();

    ResourceBlock(Context context, Scope scope, String title, Schema schema, Schema timeouts, boolean data) {
        super(context, scope, title, schema);
        this.timeouts = timeouts;
        this.data = data;
    }

    /** The schema of {@code timeouts} for a type that names these operations. */
    static Schema timeouts(Set<String> operations) {
        Schema.Builder schema = Schema.builder();
        operations.stream().sorted().forEach(name -> schema.attribute(Attribute.optional(name, Type.STRING)));
        return schema.build();
    }

    @Override
    public void attribute(String name, @Nullable Object value, SourceRange nameRange, SourceRange valueRange) {
        if (Keywords.attribute(level(), name).isPresent()) {
            special(name, new Special(value, Map.of(), valueRange), nameRange);
        } else {
            super.attribute(name, value, nameRange, valueRange);
        }
    }

    @Override
    public void block(BlockCall call) {
        if (Keywords.block(level(), call.keyword()).isEmpty()) {
            super.block(call);
            return;
        }
        boolean timed = call.keyword().equals(Keywords.TIMEOUTS.name());
        BlockCall.Body body = bodyOf(call);
        SchemaBlock inner = new SchemaBlock(
                context(),
                scope(),
                "\"" + call.keyword() + "\" of " + title(),
                timed ? timeouts : data ? DATA_LIFECYCLE : LIFECYCLE);
        body.run(inner);
        special(call.keyword(), new Special(null, inner.finish(call.range()), call.range()), call.range());
    }

    private void special(String name, Special value, SourceRange range) {
        if (special.isEmpty()) {
            special = new HashMap<>();
        }
        if (special.put(name, value) != null) {
            throw Problem.error("\"" + name + "\" is set twice in " + title(), "", null, range);
        }
    }

    Map<String, Special> special() {
        return special;
    }

    @Override
    Set<String> otherNames() {
        return Keywords.names(level());
    }

    private Level level() {
        return data ? Level.DATA : Level.RESOURCE;
    }
}
