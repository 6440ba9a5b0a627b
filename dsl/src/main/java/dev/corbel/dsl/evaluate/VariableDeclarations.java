package dev.corbel.dsl.evaluate;

import dev.corbel.dsl.language.Keywords;
import dev.corbel.dsl.program.BlockCall;
import dev.corbel.dsl.program.Problem;

/** Takes {@code variable(name) { … }}. */
final class VariableDeclarations {
    private final Context context;

    VariableDeclarations(Context context) {
        this.context = context;
    }

    void declare(BlockCall call, Space space) {
        Labels.check(call, Keywords.VARIABLE);
        String name = Labels.name(call, 0);
        if (space.variables().find(name) != null) {
            // The block stands further down in the file and was evaluated when the variable was first read.
            if (space.variables().isSame(name, call.range())) {
                return;
            }
            throw Problem.error("The variable \"" + name + "\" is declared twice", "", null, call.range());
        }
        VariableBlock block = new VariableBlock(context, space, name);
        call.body().ifPresent(body -> body.run(block));
        block.declare(call);
    }
}
