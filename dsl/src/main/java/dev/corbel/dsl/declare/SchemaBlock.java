package dev.corbel.dsl.declare;

import dev.corbel.dsl.language.Hint.Place;
import dev.corbel.dsl.language.Hints;
import dev.corbel.dsl.program.BlockCall;
import dev.corbel.dsl.program.Placeholder;
import dev.corbel.dsl.program.Problem;
import dev.corbel.dsl.scope.AttributeCheck;
import dev.corbel.dsl.scope.Context;
import dev.corbel.dsl.scope.DeclaredValue;
import dev.corbel.dsl.scope.Scope;
import dev.corbel.providers.api.diagnostic.SourceRange;
import dev.corbel.providers.api.diagnostic.Suggestion;
import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.BlockType;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A block that takes what a schema says. */
class SchemaBlock extends BlockReceiver {
    private final String title;
    private final Schema schema;
    private final Map<String, DeclaredValue.Written> written = new LinkedHashMap<>();
    private @Nullable Map<String, List<DeclaredValue>> blocks;
    private boolean closed;
    private boolean skipped;

    /** @param title as messages call it, such as {@code resource aws_vpc.main} */
    SchemaBlock(Context context, Scope scope, String title, Schema schema) {
        super(context, scope);
        this.title = title;
        this.schema = schema;
    }

    @Override
    public void attribute(String name, @Nullable Object value, SourceRange nameRange, SourceRange valueRange) {
        checkOpen(nameRange);
        Attribute attribute = schema.attribute(name);
        if (attribute == null) {
            throw unknown(name, "attribute", nameRange);
        }
        if (!attribute.isConfigurable()) {
            throw Problem.error(
                    "\"" + name + "\" cannot be set",
                    "The provider computes it; other resources can refer to it.",
                    "Remove the line.",
                    nameRange);
        }
        once(name, nameRange);
        if (value == Placeholder.VALUE && attribute.isRequired()) {
            written.put(
                    name,
                    new DeclaredValue.Written(
                            new DeclaredValue.Unresolved(value, name, Type.ANY, valueRange), nameRange, valueRange));
        } else if (value != null) {
            DeclaredValue nothing = new DeclaredValue.Unresolved(Placeholder.VALUE, name, Type.ANY, valueRange);
            written.put(name, new DeclaredValue.Written(nothing, nameRange, valueRange));
            DeclaredValue checked = AttributeCheck.check(attribute, value, valueRange);
            written.put(name, new DeclaredValue.Written(checked, nameRange, valueRange));
        }
    }

    @Override
    public void block(BlockCall call) {
        checkOpen(call.range());
        BlockType known = schema.block(call.keyword());
        BlockType type = known != null
                ? known
                : ObjectBlocks.of(schema.attribute(call.keyword()))
                        .orElseThrow(() -> unknown(call.keyword(), "block", call.range()));
        BlockCall.Body body = bodyOf(call);
        if (blocks == null) {
            blocks = new LinkedHashMap<>();
        }
        List<DeclaredValue> earlier = blocks.computeIfAbsent(call.keyword(), keyword -> {
            once(keyword, call.range());
            return new ArrayList<>();
        });
        if (type.nesting() == BlockType.Nesting.SINGLE && !earlier.isEmpty()) {
            throw Problem.error(
                    "There are two \"" + call.keyword() + "\" blocks in " + title,
                    "There can be one.",
                    null,
                    call.range());
        }
        SchemaBlock inner = new SchemaBlock(context(), scope(), "\"" + call.keyword() + "\"", type.schema());
        body.run(inner);
        Map<String, DeclaredValue> contents = new LinkedHashMap<>();
        inner.finish(call.range()).forEach((name, entry) -> contents.put(name, entry.value()));
        earlier.add(DeclaredValue.contents(contents));
        written.putIfAbsent(
                call.keyword(), new DeclaredValue.Written(new DeclaredValue.Blocks(List.of()), call.range()));
    }

    /** The body of a block that takes no arguments. */
    static BlockCall.Body bodyOf(BlockCall call) {
        if (!call.arguments().isEmpty() || !call.options().isEmpty()) {
            throw Problem.error(
                    "\"" + call.keyword() + "\" takes no arguments",
                    "",
                    "Write " + call.keyword() + " { … }.",
                    call.range());
        }
        return call.body()
                .orElseThrow(() -> Problem.error(
                        "\"" + call.keyword() + "\" is a block",
                        "",
                        "Write " + call.keyword() + " { … }.",
                        call.range()));
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

    private void checkOpen(SourceRange range) {
        if (closed) {
            throw Problem.error(
                    "This is set too late",
                    "The block was finished when this code ran; code in .map { … } runs when the value is known.",
                    null,
                    range);
        }
    }

    private void once(String name, SourceRange range) {
        DeclaredValue.Written earlier = written.get(name);
        if (earlier != null) {
            throw Problem.error(
                    "\"" + name + "\" is set twice",
                    "It was set in line " + earlier.range().line() + " before.",
                    null,
                    range);
        }
    }

    /** More names that can be written here, for suggestions. */
    Set<String> otherNames() {
        return Set.of();
    }

    private RuntimeException unknown(String name, String kind, SourceRange range) {
        if (kind.equals("attribute") && schema.block(name) != null) {
            return Problem.error("\"" + name + "\" is a block", "", "Write " + name + " { … } without =.", range);
        }
        if (kind.equals("block") && schema.attribute(name) != null) {
            return Problem.error("\"" + name + "\" is an attribute", "", "Write " + name + " = ….", range);
        }
        Set<String> names = new TreeSet<>(otherNames());
        schema.blocks().keySet().forEach(names::add);
        schema.attributes().values().stream()
                .filter(Attribute::isConfigurable)
                .forEach(attribute -> names.add(attribute.name()));
        String hint = Hints.find(kind.equals("block") ? Place.BLOCK : Place.ATTRIBUTE, name)
                .or(() -> Suggestion.didYouMean(name, names))
                .orElse(names.isEmpty() || names.size() > 12 ? null : "It has " + String.join(", ", names) + ".");
        return Problem.error("There is no " + kind + " \"" + name + "\" in " + title, "", hint, range);
    }

    /** Closes the block and checks that all is there, as far as its code ran. */
    Map<String, DeclaredValue.Written> finish(SourceRange head) {
        closed = true;
        if (blocks != null) {
            blocks.forEach((name, nested) -> written.computeIfPresent(
                    name,
                    (key, entry) -> new DeclaredValue.Written(contents(schema.block(key), nested), entry.range())));
        }
        for (Attribute attribute : schema.attributes().values()) {
            if (!skipped && attribute.isRequired() && !written.containsKey(attribute.name())) {
                context()
                        .problems()
                        .error(
                                "\"" + attribute.name() + "\" is missing in " + title,
                                attribute.description(),
                                "Add " + attribute.name() + " = ….",
                                head);
            }
        }
        schema.blocks().values().forEach(block -> checkCount(block, head));
        return written;
    }

    private static DeclaredValue contents(@Nullable BlockType type, List<DeclaredValue> nested) {
        return type != null && type.nesting() == BlockType.Nesting.SINGLE
                ? nested.get(0)
                : DeclaredValue.blocks(nested);
    }

    private void checkCount(BlockType block, SourceRange head) {
        List<DeclaredValue> nested = blocks == null ? null : blocks.get(block.name());
        int count = nested == null ? 0 : nested.size();
        if (!skipped && count < block.minimum()) {
            context()
                    .problems()
                    .error(
                            block.minimum() == 1
                                    ? "A \"" + block.name() + "\" block is missing in " + title
                                    : "There are too few \"" + block.name() + "\" blocks in " + title,
                            block.minimum() == 1 ? "" : "There must be at least " + block.minimum() + ".",
                            "Add " + block.name() + " { … }.",
                            head);
        }
        if (count > block.maximum()) {
            context()
                    .problems()
                    .error(
                            "There are too many \"" + block.name() + "\" blocks in " + title,
                            "There can be " + block.maximum() + ".",
                            null,
                            head);
        }
    }

    String title() {
        return title;
    }
}
