package dev.corbel.dsl.evaluate;

import dev.corbel.dsl.language.Hint.Place;
import dev.corbel.dsl.language.Hints;
import dev.corbel.dsl.program.BlockCall;
import dev.corbel.dsl.program.Problem;
import dev.corbel.providers.api.diagnostic.SourceRange;
import dev.corbel.providers.api.diagnostic.Suggestion;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A place that takes declarations: a whole file, or the block of a component. */
class Declarations extends BlockReceiver {
    private final Evaluator evaluator;
    private final Map<String, Consumer<BlockCall>> keywords = new LinkedHashMap<>();

    Declarations(Evaluator evaluator, Space space) {
        super(evaluator.context(), space);
        this.evaluator = evaluator;
        keyword("resource", call -> evaluator.resources().declare(call, space));
        keyword("data", call -> evaluator.resources().declare(call, space));
        keyword("module", call -> evaluator.modules().declare(call, space));
        keyword("output", call -> OutputBlock.declare(context(), space, call));
        for (String kind : dev.corbel.dsl.component.Components.kinds()) {
            keyword(kind, call -> evaluator.components().declare(call, space));
        }
        for (String pending : Set.of("policy", "waive")) {
            keyword(pending, call -> {
                throw Problem.error(
                        "\"" + pending + "\" is not available yet",
                        "Nothing would enforce it in this version.",
                        "Remove the block.",
                        call.range());
            });
        }
    }

    final void keyword(String name, Consumer<BlockCall> action) {
        keywords.put(name, action);
    }

    Evaluator evaluator() {
        return evaluator;
    }

    @Override
    public void block(BlockCall call) {
        Consumer<BlockCall> action = keywords.get(call.keyword());
        if (action == null) {
            Set<String> names = new TreeSet<>(keywords.keySet());
            names.addAll(otherBlocks());
            String hint = Hints.find(Place.BLOCK, call.keyword())
                    .or(() -> Suggestion.didYouMean(call.keyword(), names))
                    .orElse(null);
            if (evaluator.context().resourceType(call.keyword()).isPresent()) {
                hint = "Write resource('" + call.keyword() + "', 'NAME') { … }.";
            }
            throw Problem.error(
                    "There is no block \"" + call.keyword() + "\" in " + space().title(), "", hint, call.range());
        }
        action.accept(call);
    }

    @Override
    public void attribute(String name, @Nullable Object value, SourceRange nameRange, SourceRange valueRange) {
        throw unknownAttribute(name, Set.of(), nameRange);
    }

    /** Blocks that can stand here beside declarations, for suggestions. */
    Set<String> otherBlocks() {
        return Set.of();
    }

    final RuntimeException unknownAttribute(String name, Set<String> attributes, SourceRange range) {
        Set<String> names = new TreeSet<>(attributes);
        names.addAll(keywords.keySet());
        String hint = Hints.find(Place.ATTRIBUTE, name)
                .or(() -> Suggestion.didYouMean(name, names))
                .orElse(space().address() == null ? "For a value of your own write def " + name + " = …." : null);
        return Problem.error("There is no attribute \"" + name + "\" in " + space().title(), "", hint, range);
    }
}
