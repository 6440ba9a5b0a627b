package dev.corbel.dsl.syntax;

import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import java.util.ArrayList;
import java.util.List;
import org.codehaus.groovy.GroovyBugError;
import org.codehaus.groovy.ast.ModuleNode;
import org.codehaus.groovy.control.CompilationFailedException;
import org.codehaus.groovy.control.CompilerConfiguration;
import org.codehaus.groovy.control.ErrorCollector;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.control.messages.ExceptionMessage;
import org.codehaus.groovy.control.messages.Message;
import org.codehaus.groovy.control.messages.SyntaxErrorMessage;
import org.codehaus.groovy.syntax.SyntaxException;

/**
 * Parses with Groovy's own parser. Nothing is compiled and no AST transformation runs, so that {@code @Grab} and its like
 * do nothing.
 */
final class GroovyParser {
    private GroovyParser() {}

    static ModuleNode parse(SourceText source, String text) {
        try {
            return parsed(source, text);
        } catch (GroovyBugError bug) {
            throw new DiagnosticsException(SyntaxErrors.explainBreak(source, text), bug);
        }
    }

    private static ModuleNode parsed(SourceText source, String text) {
        CompilerConfiguration configuration = new CompilerConfiguration();
        ErrorCollector errors = new ErrorCollector(configuration);
        SourceUnit unit = new SourceUnit(source.file(), text, configuration, null, errors);
        try {
            unit.parse();
            unit.completePhase();
            unit.nextPhase();
            unit.convert();
        } catch (CompilationFailedException failure) {
            rethrowError(failure);
            throw new DiagnosticsException(ForeignSyntax.find(source.file(), text)
                    .or(() -> DelimiterCheck.check(source.file(), text))
                    .map(List::of)
                    .orElseGet(() -> problems(errors, source)));
        }
        if (errors.hasErrors()) {
            throw new DiagnosticsException(problems(errors, source));
        }
        return unit.getAST();
    }

    /** Groovy hides errors of the virtual machine, such as too little memory, in exceptions without a message. */
    private static void rethrowError(Throwable failure) {
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof Error error) {
                throw error;
            }
        }
    }

    private static List<Diagnostic> problems(ErrorCollector errors, SourceText source) {
        List<Diagnostic> problems = new ArrayList<>();
        for (Message message : errors.getErrors()) {
            if (message instanceof SyntaxErrorMessage syntax) {
                problems.add(problem(syntax.getCause(), source));
            } else if (message instanceof ExceptionMessage other) {
                problems.add(Diagnostic.error(
                                "This file cannot be read as Groovy",
                                String.valueOf(other.getCause().getMessage()))
                        .at(source.range(1, 1, 1, 2)));
            }
        }
        return problems;
    }

    private static Diagnostic problem(SyntaxException cause, SourceText source) {
        return SyntaxErrors.explain(cause.getOriginalMessage())
                .withHint(WrittenNames.hint(source.line(cause.getStartLine())).orElse(null))
                .at(source.range(
                        cause.getStartLine(), cause.getStartColumn(), cause.getEndLine(), cause.getEndColumn()));
    }
}
