package dev.corbel.dsl.program;

import dev.corbel.providers.api.diagnostic.SourceRange;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A whole file.
 *
 * @param file its name in diagnostics
 * @param body its statements
 * @param functions the methods that it defines; those of one name differ in the number of parameters
 */
public record Program(String file, Statements.Sequence body, List<Function> functions) {
    public Program {
        functions = List.copyOf(functions);
    }

    /**
     * A method of the file.
     *
     * @param required how many arguments it needs; the rest have defaults
     */
    public record Function(
            String name, List<ClosureLiteral.Parameter> parameters, int required, Node body, SourceRange range) {
        public Function {
            parameters = List.copyOf(parameters);
        }

        boolean takes(int arguments) {
            return arguments >= required && arguments <= parameters.size();
        }
    }

    Optional<Function> function(String name, int arguments) {
        return functions.stream()
                .filter(function -> function.name().equals(name) && function.takes(arguments))
                .findFirst();
    }

    /** Runs the file, once; see {@link Run#finish}. */
    public Run start(Receiver receiver) {
        return new Run(receiver);
    }

    /** One run through the file, of which blocks with a fixed label can be taken out of turn. */
    public final class Run {
        private final Frame frame;

        private Run(Receiver receiver) {
            this.frame = Frame.of(Program.this, receiver, body.size());
        }

        /** The blocks of a keyword that stand at the top of the file with a fixed label, by that label. */
        public Map<String, Declaration> labelled(String keyword) {
            Map<String, Declaration> found = new LinkedHashMap<>();
            for (Node statement : body.statements()) {
                if (statement instanceof Declaration declaration
                        && declaration.keyword().equals(keyword)
                        && !declaration.arguments().isEmpty()
                        && declaration.arguments().get(0) instanceof Literals.Constant constant
                        && constant.value() instanceof String label) {
                    found.putIfAbsent(label, declaration);
                }
            }
            return found;
        }

        /** Runs one block now. */
        public void take(Declaration declaration) {
            declaration.evaluate(frame);
        }

        /** Tells the places that stand in the blocks of a keyword at the top of the file. */
        public Predicate<SourceRange> around(String keyword) {
            return place -> body.statements().stream()
                    .anyMatch(statement -> statement instanceof Declaration declaration
                            && declaration.keyword().equals(keyword)
                            && declaration.range().line() <= place.line()
                            && place.line() <= declaration.lastLine());
        }

        /** Runs only the blocks of a keyword that stand at the top of the file. */
        public void only(String keyword) {
            for (Node statement : body.statements()) {
                if (statement instanceof Declaration declaration
                        && declaration.keyword().equals(keyword)) {
                    declaration.evaluate(frame);
                }
            }
        }

        /** Runs the whole file from top to bottom. */
        public void finish() {
            body.run(frame);
        }
    }
}
