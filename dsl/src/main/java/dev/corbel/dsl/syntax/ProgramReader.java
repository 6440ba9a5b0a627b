package dev.corbel.dsl.syntax;

import dev.corbel.dsl.program.Program;
import dev.corbel.providers.api.diagnostic.Diagnostics;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import org.codehaus.groovy.ast.ModuleNode;

/** Reads the text of a definition file. */
public final class ProgramReader {
    private ProgramReader() {}

    /**
     * The program of a file.
     *
     * @param file its name in diagnostics
     * @throws DiagnosticsException with all problems of the file; where its syntax is wrong, with the first of those
     */
    public static Program read(String file, String text) {
        SourceText source = new SourceText(file, text);
        ModuleNode module = GroovyParser.parse(source, text);
        Diagnostics problems = new Diagnostics();
        Program program = new Lowering(source, module, problems).lower(module);
        problems.throwIfErrors();
        return program;
    }
}
