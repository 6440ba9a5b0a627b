package dev.corbel.dsl.program;

import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.diagnostic.SourceRange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The block around code that may be chosen or not when a reference is known: nothing can be declared in it. */
final class ChoiceReceiver implements Receiver {
    /** So many choices stand in no code that ends, unless it is known to. */
    private static final int DEEPEST = 100;

    private final Receiver block;
    private final int depth;
    private final SourceRange range;
    private @Nullable DiagnosticsException meaningless;

    private ChoiceReceiver(Receiver block, int depth, SourceRange range) {
        this.block = block;
        this.depth = depth;
        this.range = range;
    }

    static ChoiceReceiver in(Receiver block, SourceRange range) {
        int depth = block instanceof ChoiceReceiver outer ? outer.depth + 1 : 1;
        ChoiceReceiver receiver = new ChoiceReceiver(block, depth, range);
        if (depth > DEEPEST) {
            throw receiver.noted(Problem.error(
                    "A reference cannot decide how often a method calls itself",
                    "",
                    "Decide by a variable or a literal.",
                    range));
        }
        return receiver;
    }

    /** Fails where the code would be wrong whether it is chosen or not. */
    void requireMeaningful() {
        if (meaningless != null) {
            throw noted(meaningless);
        }
    }

    private DiagnosticsException noted(DiagnosticsException problem) {
        meaningless = problem;
        if (block instanceof ChoiceReceiver outer) {
            outer.noted(problem);
        }
        return problem;
    }

    private DiagnosticsException declares(String what, SourceRange where) {
        return noted(Problem.error(
                "A reference cannot decide what is declared",
                what + " would be, where the code at line " + range.line() + " is chosen.",
                "Decide by a variable or a literal.",
                where));
    }

    @Override
    public void attribute(String name, @Nullable Object value, SourceRange nameRange, SourceRange valueRange) {
        throw declares("\"" + name + "\"", nameRange);
    }

    @Override
    public void block(BlockCall call) {
        throw declares("\"" + call.keyword() + "\"", call.range());
    }

    @Override
    public @Nullable Object name(String name, SourceRange where) {
        try {
            return block.name(name, where);
        } catch (DiagnosticsException undeclared) {
            throw noted(undeclared);
        }
    }

    @Override
    public @Nullable Object function(String name, List<? extends @Nullable Object> arguments, SourceRange where) {
        return block.function(name, arguments, where);
    }

    @Override
    public void report(DiagnosticsException problems) {
        throw problems;
    }

    @Override
    public void skipped() {
        throw Placeholder.skip();
    }

    @Override
    public boolean isLate() {
        return block.isLate();
    }
}
