package dev.corbel.dsl.evaluate;

import dev.corbel.dsl.program.BlockCall;
import dev.corbel.providers.api.diagnostic.SourceRange;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The {@code state} block, or a block in it: takes any attribute, and each block once. The backend knows its names. */
final class BackendBlock extends FreeBlock {

    BackendBlock(Context context, Space space, String title) {
        super(context, space, title, null);
    }

    @Override
    public void attribute(String name, @Nullable Object value, SourceRange nameRange, SourceRange valueRange) {
        once(name, nameRange);
        super.attribute(name, value, nameRange, valueRange);
    }

    @Override
    public void block(BlockCall call) {
        String name = call.keyword();
        BlockCall.Body body = SchemaBlock.bodyOf(call);
        once(name, call.range());
        BackendBlock inner = new BackendBlock(context(), space(), "\"" + name + "\"");
        body.run(inner);
        Map<String, Raw> contents = new LinkedHashMap<>();
        inner.written().forEach((key, entry) -> contents.put(key, entry.raw()));
        written().put(name, new Raw.Written(Raw.contents(contents), call.range()));
    }

    private void once(String name, SourceRange range) {
        Raw.Written earlier = written().get(name);
        if (earlier != null) {
            throw error(
                    "\"" + name + "\" is set twice",
                    "It was set in line " + earlier.range().line() + " before.",
                    null,
                    range);
        }
    }
}
