package dev.corbel.dsl.declare;

import dev.corbel.dsl.language.Keywords;
import dev.corbel.dsl.program.BlockCall;
import dev.corbel.dsl.program.Problem;
import dev.corbel.dsl.scope.Context;
import dev.corbel.dsl.scope.Scope;

/** Takes {@code variable(name) { … }}. */
final class VariableDeclarations {
    private final Context context;

    VariableDeclarations(Context context) {
        this.context = context;
    }

    void declare(BlockCall call, Scope scope) {
        Labels.check(call, Keywords.VARIABLE);
        String name = Labels.name(call, 0);
        if (scope.variables().find(name) != null) {
            // The block stands further down in the file and was evaluated when the variable was first read.
            if (scope.variables().isSame(name, call.range())) {
                return;
            }
            throw Problem.error("The variable \"" + name + "\" is declared twice", "", null, call.range());
        }
        VariableBlock block = new VariableBlock(context, scope, name);
        call.body().ifPresent(body -> body.run(block));
        block.declare(call);
    }
}
