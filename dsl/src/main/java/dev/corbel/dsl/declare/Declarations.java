package dev.corbel.dsl.declare;

import dev.corbel.dsl.language.Hint.Place;
import dev.corbel.dsl.language.Hints;
import dev.corbel.dsl.language.Keyword;
import dev.corbel.dsl.language.Keywords;
import dev.corbel.dsl.language.Level;
import dev.corbel.dsl.program.BlockCall;
import dev.corbel.dsl.program.Problem;
import dev.corbel.dsl.scope.Context;
import dev.corbel.dsl.scope.Scope;
import dev.corbel.providers.api.diagnostic.SourceRange;
import dev.corbel.providers.api.diagnostic.Suggestion;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The receiver of declarations: a whole file, or the block of a component. */
abstract class Declarations extends BlockReceiver {
    private final Level level;
    private final BlockActions actions;

    Declarations(Context context, Scope scope, Level level, BlockActions actions) {
        super(context, scope);
        this.level = level;
        this.actions = actions;
    }

    Level level() {
        return level;
    }

    @Override
    public void block(BlockCall call) {
        Keyword keyword = Keywords.block(level, call.keyword()).orElseThrow(() -> unknownBlock(call));
        actions.take(keyword, call, scope());
    }

    private RuntimeException unknownBlock(BlockCall call) {
        Set<String> names = Keywords.names(level);
        names.addAll(otherBlocks());
        String hint = Hints.find(Place.BLOCK, call.keyword())
                .or(() -> Keywords.placesOf(call.keyword()).map(places -> "It stands in " + places + "."))
                .or(() -> Suggestion.didYouMean(call.keyword(), names))
                .orElse(null);
        if (context().resourceType(call.keyword()).isPresent()) {
            hint = "Write resource('" + call.keyword() + "', 'NAME') { … }.";
        }
        return Problem.error(
                "There is no block \"" + call.keyword() + "\" in " + scope().title(), "", hint, call.range());
    }

    @Override
    public void attribute(String name, @Nullable Object value, SourceRange nameRange, SourceRange valueRange) {
        Optional<String> hint = Hints.find(Place.ATTRIBUTE, name)
                .or(() -> Suggestion.didYouMean(name, new TreeSet<>(Keywords.names(level))));
        throw Problem.error(
                "There is no attribute \"" + name + "\" in " + scope().title(),
                "",
                hint.orElse(scope().address() == null ? "For a value of your own write def " + name + " = …." : null),
                nameRange);
    }

    /** Blocks that can stand here beside declarations, for suggestions. */
    Set<String> otherBlocks() {
        return Set.of();
    }
}
