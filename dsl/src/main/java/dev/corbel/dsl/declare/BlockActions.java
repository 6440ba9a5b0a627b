package dev.corbel.dsl.declare;

import dev.corbel.dsl.language.Keyword;
import dev.corbel.dsl.program.BlockCall;
import dev.corbel.dsl.scope.Scope;

/** Takes the blocks that keywords of the language begin. */
interface BlockActions {

    /** Takes a block in the scope that it stands in. */
    void take(Keyword keyword, BlockCall call, Scope scope);
}
