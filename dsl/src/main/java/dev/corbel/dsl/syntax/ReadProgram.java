package dev.corbel.dsl.syntax;

import dev.corbel.dsl.program.Program;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import java.util.List;

/**
 * A program that was read from a file, with its problems.
 *
 * @param program runs as far as it was understood
 * @param problems what was refused
 */
public record ReadProgram(Program program, List<Diagnostic> problems) {
    public ReadProgram {
        problems = List.copyOf(problems);
    }
}
