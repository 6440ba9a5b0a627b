package dev.corbel.dsl.syntax;

import dev.corbel.dsl.language.Roots;
import dev.corbel.dsl.library.Denial;
import dev.corbel.dsl.library.Library;
import dev.corbel.dsl.program.ClosureLiteral;
import dev.corbel.dsl.program.Literals;
import dev.corbel.dsl.program.Node;
import dev.corbel.dsl.program.Program;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.diagnostic.Diagnostics;
import dev.corbel.providers.api.diagnostic.SourceRange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.ModuleNode;
import org.codehaus.groovy.ast.Parameter;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.jspecify.annotations.Nullable;

/**
 * Turns Groovy's syntax tree into a {@link Program}, and refuses what would mean something else than it seems to. Knows
 * the code around the place that is being lowered.
 */
final class Lowering {
    private final SourceText source;
    private final WrittenNames written;
    private final TypeNames types;
    private final Diagnostics problems;
    private final Names names = new Names();
    private final FreeNames freeNames;
    private final Set<String> functions = new TreeSet<>();
    private final ExpressionLowering expressions;
    private final CallLowering calls;
    private final StatementLowering statements;

    /** Tells whether the code stands in a block, where an assignment always sets an attribute. */
    private boolean insideBlock;
    /** Tells whether the code is the very body of a block, or of the file: nothing can be returned from it. */
    private boolean bodyOfBlock = true;

    Lowering(SourceText source, WrittenNames written, ModuleNode module, Diagnostics problems) {
        this.source = source;
        this.written = written;
        this.types = new TypeNames(module);
        this.problems = problems;
        this.freeNames = new FreeNames(this, module);
        this.expressions = new ExpressionLowering(this);
        this.calls = new CallLowering(this);
        this.statements = new StatementLowering(this);
        module.getMethods().forEach(method -> functions.add(method.getName()));
    }

    Program lower(ModuleNode module) {
        FileChecks.check(this, module);
        var body = statements.file(module.getStatementBlock());
        List<Program.Function> lowered = new ArrayList<>();
        for (MethodNode method : module.getMethods()) {
            names.isolated(() -> within(false, false, () -> lowered.add(function(method))));
        }
        return new Program(source.file(), body, lowered);
    }

    private Program.Function function(MethodNode method) {
        names.enter();
        List<ClosureLiteral.Parameter> parameters = parameters(method.getParameters());
        Node body = statements.withResult(method.getCode());
        names.leave();
        return new Program.Function(
                method.getName(), parameters, required(method.getParameters()), body, source.range(method));
    }

    /** Declares parameters in the innermost scope. */
    List<ClosureLiteral.Parameter> parameters(Parameter[] parameters) {
        List<ClosureLiteral.Parameter> lowered = new ArrayList<>();
        for (Parameter parameter : parameters) {
            @Nullable
            Node value = parameter.hasInitialExpression() ? expression(parameter.getInitialExpression()) : null;
            names.declare(parameter.getName());
            lowered.add(new ClosureLiteral.Parameter(parameter.getName(), value));
        }
        return lowered;
    }

    static int required(Parameter[] parameters) {
        return (int) Arrays.stream(parameters)
                .filter(parameter -> !parameter.hasInitialExpression())
                .count();
    }

    /** Lowers something in another kind of code. */
    void within(boolean block, boolean body, Runnable work) {
        boolean savedInside = insideBlock;
        boolean savedBody = bodyOfBlock;
        insideBlock = block;
        bodyOfBlock = body;
        work.run();
        insideBlock = savedInside;
        bodyOfBlock = savedBody;
    }

    boolean isInsideBlock() {
        return insideBlock;
    }

    boolean isBodyOfBlock() {
        return bodyOfBlock;
    }

    Node expression(org.codehaus.groovy.ast.expr.Expression expression) {
        return expressions.lower(expression);
    }

    /** Code between braces that gives the value of its last expression. */
    ClosureLiteral answer(ClosureExpression closure) {
        return expressions.closure(closure);
    }

    CallLowering calls() {
        return calls;
    }

    StatementLowering statements() {
        return statements;
    }

    Names names() {
        return names;
    }

    FreeNames freeNames() {
        return freeNames;
    }

    /** Tells whether the name is neither a variable of the code nor a class nor one of the language. */
    boolean isUndeclared(String name) {
        return !names.isDeclared(name)
                && !Roots.isRoot(name)
                && !name.equals("this")
                && !name.equals("super")
                && types.resolve(name).isEmpty();
    }

    TypeNames types() {
        return types;
    }

    SourceText source() {
        return source;
    }

    WrittenNames written() {
        return written;
    }

    Set<String> functions() {
        return functions;
    }

    SourceRange range(ASTNode node) {
        return source.range(node);
    }

    /** Notes a problem and gives something to go on with. */
    Node refuse(ASTNode node, String summary, String detail, @Nullable String hint) {
        return refuse(range(node), summary, detail, hint);
    }

    Node refuse(SourceRange range, String summary, String detail, @Nullable String hint) {
        problems.add(Diagnostic.error(summary, detail).withHint(hint).at(range));
        return new Literals.Refused(false, range);
    }

    void refuse(Diagnostic problem) {
        problems.add(problem);
    }

    Node refuse(ASTNode node, Denial denial) {
        return refuse(node, denial.summary(), denial.detail(), denial.hint());
    }

    /** The full name of a type that is written somewhere; empty, and refused, where code cannot use it. */
    Optional<String> type(ASTNode node, String name) {
        return type(node, name, name);
    }

    Optional<String> type(ASTNode node, String name, String written) {
        Optional<String> type = types.resolve(name);
        if (type.isEmpty()) {
            refuse(node, "There is no class \"" + name + "\"", "", null);
        } else if (!Library.isType(type.get())) {
            refuse(node, Denial.ofType(type.get(), written));
        }
        return type.filter(Library::isType);
    }
}
