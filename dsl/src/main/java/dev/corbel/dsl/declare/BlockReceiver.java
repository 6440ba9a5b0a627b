package dev.corbel.dsl.declare;

import dev.corbel.dsl.function.FunctionTable;
import dev.corbel.dsl.language.Roots;
import dev.corbel.dsl.program.Receiver;
import dev.corbel.dsl.scope.Context;
import dev.corbel.dsl.scope.EnvironmentRoot;
import dev.corbel.dsl.scope.Reference;
import dev.corbel.dsl.scope.Scope;
import dev.corbel.dsl.scope.Undeclared;
import dev.corbel.dsl.scope.VariableRoot;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.diagnostic.SourceRange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The base of all blocks: knows the scope that they stand in. */
abstract class BlockReceiver implements Receiver {
    private final Context context;
    private final Scope scope;

    BlockReceiver(Context context, Scope scope) {
        this.context = context;
        this.scope = scope;
    }

    Context context() {
        return context;
    }

    Scope scope() {
        return scope;
    }

    @Override
    public @Nullable Object name(String name, SourceRange range) {
        if (name.indexOf('_') > 0 && context.resourceType(name).isEmpty()) {
            throw Undeclared.type(context, name, range);
        }
        return switch (name) {
            case Roots.VARIABLE -> new VariableRoot(scope.variables());
            case Roots.ENVIRONMENT -> new EnvironmentRoot(scope.variables().environment());
            default -> new Reference(scope, List.of(name), range);
        };
    }

    @Override
    public @Nullable Object function(String name, List<? extends @Nullable Object> arguments, SourceRange range) {
        return FunctionTable.call(name, arguments, context, scope, range);
    }

    /** Notes problems while the definition is evaluated; ends code that runs later, since nobody reads notes then. */
    @Override
    public void report(DiagnosticsException problems) {
        if (context.isClosed()) {
            throw problems;
        }
        context.problems().addAll(problems);
    }

    @Override
    public void skipped() {
        context.problems().skipped();
    }
}
