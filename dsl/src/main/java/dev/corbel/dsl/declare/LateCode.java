package dev.corbel.dsl.declare;

import dev.corbel.dsl.language.Roots;
import dev.corbel.dsl.program.BlockCall;
import dev.corbel.dsl.program.Placeholder;
import dev.corbel.dsl.program.Problem;
import dev.corbel.dsl.scope.Context;
import dev.corbel.dsl.scope.Scope;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.diagnostic.SourceRange;
import org.jspecify.annotations.Nullable;

/** The receiver of code that looks at one thing after the other when the definition is long read: it reads, and declares nothing. */
class LateCode extends BlockReceiver {
    private final String title;
    private final String purpose;

    /**
     * Code of a block.
     *
     * @param title of the block in messages
     * @param purpose of the code, as the end of a sentence such as "It reads, and denies."
     */
    LateCode(Context context, Scope scope, String title, String purpose) {
        super(context, scope);
        this.title = title;
        this.purpose = purpose;
    }

    String title() {
        return title;
    }

    @Override
    public void attribute(String name, @Nullable Object value, SourceRange nameRange, SourceRange valueRange) {
        throw Problem.error(
                "Code of " + title + " can set no attribute \"" + name + "\"",
                purpose,
                "For a value of your own write def " + name + " = ….",
                nameRange);
    }

    @Override
    public void block(BlockCall call) {
        throw Problem.error("There is no \"" + call.keyword() + "\" in " + title, purpose, null, call.range());
    }

    @Override
    public @Nullable Object name(String name, SourceRange range) {
        if (!name.equals(Roots.VARIABLE) && !name.equals(Roots.ENVIRONMENT)) {
            throw Problem.error(
                    "Code of " + title + " knows no \"" + name + "\"",
                    "It knows what it is given, variable and environment.",
                    null,
                    range);
        }
        return super.name(name, range);
    }

    /** Ends the code: nobody reads notes here. */
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
