package dev.corbel.dsl.declare;

import dev.corbel.dsl.language.Level;
import dev.corbel.dsl.scope.Scope;
import java.util.List;
import java.util.Map;

/** Runs files of declarations. */
interface FileRunner {

    /**
     * Runs files one after the other in one scope. Their variables are known to all of them from the start.
     *
     * @param files texts by path
     */
    void run(List<Map.Entry<String, String>> files, Scope scope, Level level);
}
