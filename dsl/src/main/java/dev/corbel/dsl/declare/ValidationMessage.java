package dev.corbel.dsl.declare;

import dev.corbel.dsl.program.BlockCall;
import dev.corbel.dsl.scope.Context;
import dev.corbel.dsl.scope.Scope;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.diagnostic.SourceRange;
import org.jspecify.annotations.Nullable;

/**
 * The message of a {@code validation { }} block as it reads to code that does not see the sensitive variable's value: where
 * it is a text even then, nothing of the value is in it. All else in the block that needs the value fails quietly.
 */
final class ValidationMessage extends BlockReceiver {
    private static final String WITHHELD = "Its message contains a sensitive value and is not shown.";

    private @Nullable Object message;

    private ValidationMessage(Context context, Scope scope) {
        super(context, scope);
    }

    /** The text; a sentence in its place where it depends on a value that must not be shown. */
    static String of(Context context, Scope scope, BlockCall.Body body) {
        ValidationMessage receiver = new ValidationMessage(context, scope);
        body.run(receiver);
        return receiver.message instanceof CharSequence text ? text.toString() : WITHHELD;
    }

    @Override
    public void attribute(String name, @Nullable Object value, SourceRange nameRange, SourceRange valueRange) {
        if (name.equals("message")) {
            message = value;
        }
    }

    @Override
    public void block(BlockCall call) {
        // A validation has none, and was told so before.
    }

    @Override
    public void report(DiagnosticsException problems) {
        // Code that looks at the value is refused; only the message matters.
    }

    @Override
    public void skipped() {
        // As above.
    }
}
