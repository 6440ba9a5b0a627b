package dev.corbel.dsl.program;

import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.diagnostic.SourceRange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The block around code that runs when the block is long finished: names can be read, nothing can be declared. */
final class LateReceiver implements Receiver {
    private final Receiver block;
    private final Binding binding;

    LateReceiver(Receiver block, Binding binding) {
        this.block = block;
        this.binding = binding;
    }

    @Override
    public void attribute(String name, @Nullable Object value, SourceRange nameRange, SourceRange valueRange) {
        throw late(nameRange);
    }

    @Override
    public void block(BlockCall call) {
        throw late(call.range());
    }

    private static RuntimeException late(SourceRange range) {
        return Problem.error(
                "This is set too late",
                "The block was finished when this code ran; code in .map { … } runs when the value is known.",
                null,
                range);
    }

    @Override
    public @Nullable Object name(String name, SourceRange range) {
        return binding.name(block, name, range);
    }

    @Override
    public @Nullable Object function(String name, List<? extends @Nullable Object> arguments, SourceRange range) {
        if (Looks.in(arguments) instanceof Placeholder) {
            throw Placeholder.skip();
        }
        return block.function(name, arguments, range);
    }

    /** Ends the code with the problems, since they are collected no more. */
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
        return true;
    }
}
