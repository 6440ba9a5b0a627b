package dev.corbel.dsl.declare;

import dev.corbel.dsl.program.BlockCall;
import dev.corbel.dsl.program.Problem;
import dev.corbel.dsl.scope.Context;
import dev.corbel.dsl.scope.DeclaredValue;
import dev.corbel.dsl.scope.Scope;
import dev.corbel.providers.api.diagnostic.SourceRange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The {@code state} block, or a block in it: takes any attribute, and blocks of any name. The backend knows its names. */
final class BackendBlock extends FreeBlock {
    private final Map<String, List<DeclaredValue>> blocks = new LinkedHashMap<>();
    private final Map<String, SourceRange> places = new LinkedHashMap<>();

    BackendBlock(Context context, Scope scope, String title) {
        super(context, scope, title, null);
    }

    /** The place of each attribute and block: {@code bucket}, {@code role.arn}, and {@code role[1].arn} in the second of its name. */
    Map<String, SourceRange> places() {
        return places;
    }

    @Override
    public void attribute(String name, @Nullable Object value, SourceRange nameRange, SourceRange valueRange) {
        once(name, nameRange);
        places.put(name, nameRange);
        super.attribute(name, value, nameRange, valueRange);
    }

    @Override
    public void block(BlockCall call) {
        String name = call.keyword();
        BlockCall.Body body = SchemaBlock.bodyOf(call);
        List<DeclaredValue> earlier = blocks.get(name);
        if (earlier == null) {
            once(name, call.range());
            earlier = new ArrayList<>();
            blocks.put(name, earlier);
        }
        BackendBlock inner = new BackendBlock(context(), scope(), "\"" + name + "\"");
        body.run(inner);
        String place = earlier.isEmpty() ? name : name + "[" + earlier.size() + "]";
        places.put(place, call.range());
        inner.places.forEach((path, range) -> places.put(place + "." + path, range));
        Map<String, DeclaredValue> contents = new LinkedHashMap<>();
        inner.written().forEach((key, entry) -> contents.put(key, entry.value()));
        earlier.add(DeclaredValue.contents(contents));
        DeclaredValue all = earlier.size() == 1 ? earlier.get(0) : DeclaredValue.blocks(earlier);
        written().put(name, new DeclaredValue.Written(all, call.range()));
    }

    private void once(String name, SourceRange range) {
        SourceRange earlier = places.get(name);
        if (earlier != null) {
            throw Problem.error(
                    "\"" + name + "\" is set twice", "It was set in line " + earlier.line() + " before.", null, range);
        }
    }
}
