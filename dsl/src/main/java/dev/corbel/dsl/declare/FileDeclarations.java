package dev.corbel.dsl.declare;

import dev.corbel.dsl.language.Keywords;
import dev.corbel.dsl.language.Level;
import dev.corbel.dsl.scope.Context;
import dev.corbel.dsl.scope.Scope;
import dev.corbel.providers.api.diagnostic.SourceRange;
import org.jspecify.annotations.Nullable;

/** The outermost level of a file: an environment, a module or a blueprint. */
final class FileDeclarations extends Declarations {
    private final Settings settings;

    FileDeclarations(Context context, Scope scope, Level level, BlockActions actions, Settings settings) {
        super(context, scope, level, actions);
        this.settings = settings;
    }

    @Override
    public void attribute(String name, @Nullable Object value, SourceRange nameRange, SourceRange valueRange) {
        if (Keywords.attribute(level(), name).isEmpty()) {
            super.attribute(name, value, nameRange, valueRange);
        } else {
            settings.attribute(name, value, nameRange, valueRange);
        }
    }
}
