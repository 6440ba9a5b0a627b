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
     * @throws DiagnosticsException where its syntax is wrong
     */
    public static ReadProgram read(String file, String text) {
        SourceText source = new SourceText(file, text);
        WrittenNames written = WrittenNames.in(text);
        ModuleNode module = GroovyParser.parse(source, written.text());
        Diagnostics problems = new Diagnostics();
        Program program = new Lowering(source, written, module, problems).lower(module);
        return new ReadProgram(program, problems.all());
    }
}
