package dev.corbel.dsl.syntax;

import dev.corbel.dsl.language.Functions;
import dev.corbel.dsl.language.Hint.Place;
import dev.corbel.dsl.language.Hints;
import dev.corbel.dsl.library.Denial;
import dev.corbel.dsl.library.Library;
import dev.corbel.dsl.program.Access;
import dev.corbel.dsl.program.Calls;
import dev.corbel.dsl.program.ClosureLiteral;
import dev.corbel.dsl.program.Declaration;
import dev.corbel.dsl.program.Literals;
import dev.corbel.dsl.program.Node;
import dev.corbel.providers.api.diagnostic.SourceRange;
import dev.corbel.providers.api.diagnostic.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.ConstructorCallExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MapEntryExpression;
import org.codehaus.groovy.ast.expr.MapExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.MethodPointerExpression;
import org.codehaus.groovy.ast.expr.PropertyExpression;
import org.codehaus.groovy.ast.expr.TupleExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;

/** Lowers calls: of methods, of functions of the file, and blocks. */
final class CallLowering {
    /** The blocks whose code gives an answer: the value of its last expression. */
    private static final Set<String> ANSWERING = Set.of("when");

    private static final Set<String> PRINTING = Set.of("println", "print", "printf");

    private final Lowering lowering;

    CallLowering(Lowering lowering) {
        this.lowering = lowering;
    }

    /** A call whose value is used. */
    Node call(MethodCallExpression call) {
        Optional<Node> foreign = foreignBlock(call);
        if (foreign.isPresent()) {
            return foreign.get();
        }
        if (isTwoStatements(call)) {
            return refuseTwoStatements(call);
        }
        if (!(call.getMethod() instanceof ConstantExpression method)) {
            return lowering.refuse(call.getMethod(), "The name of a method must be written out", "", null);
        }
        String name = method.getText();
        SourceRange range = lowering.range(call);
        if (!call.isImplicitThis()) {
            Supplier<String> written = () -> call.getObjectExpression().getText() + "." + name + "()";
            if (Denial.ofKnownMethod(name).isPresent() && isUnavailable(call.getObjectExpression())) {
                return lowering.refuse(call, Denial.ofMethod(name, written.get()));
            }
            Node object = owner(call.getObjectExpression());
            return unavailable(object, name, call, written)
                    .orElseGet(() ->
                            new Calls.Call(object, name, arguments(call), call.isSafe(), call.isSpreadSafe(), range));
        }
        Optional<Access.Local> local = lowering.names().find(name, lowering.range(method));
        if (local.isPresent()) {
            return new Calls.Call(local.get(), "call", arguments(call), false, false, range);
        }
        if (lowering.functions().contains(name)) {
            return new Calls.FunctionCall(name, arguments(call), range);
        }
        if (Functions.has(name)) {
            return new Calls.BuiltIn(name, arguments(call), range);
        }
        lowering.refuse(
                method,
                "There is no method \"" + name + "\"",
                endsWithClosure(call) ? "A block has no value; refer to what it declares by its name." : "",
                Hints.find(Place.CALL, name).or(() -> meant(name)).orElse(null));
        return new Literals.Refused(endsWithClosure(call), range);
    }

    private Node owner(Expression object) {
        return object instanceof VariableExpression name && lowering.isUndeclared(name.getName())
                ? lowering.freeNames().refuseOwner(name)
                : lowering.expression(object);
    }

    /** The suggestion for a name that is misspelt: a function, or a function of another language with its idiom. */
    private Optional<String> meant(String misspelt) {
        Set<String> known = new TreeSet<>(Functions.names());
        known.addAll(lowering.functions());
        known.addAll(Hints.words(Place.CALL));
        return Suggestion.closest(misspelt, known).map(name -> Hints.find(Place.CALL, name)
                .map(idiom -> "Did you mean Terraform's " + name + "(…)? " + idiom)
                .orElse("Did you mean \"" + name + "\"?"));
    }

    /** A call that is a statement: a block, unless something in the code has that name. */
    Node statement(MethodCallExpression call) {
        if (isTwoBlocks(call)) {
            lowering.refuse(
                    call.getMethod(),
                    "Two blocks stand on one line",
                    "Groovy reads this as a call on what the first block gives.",
                    "Begin \"" + call.getMethodAsString() + "\" on a line of its own, or put a ; before it.");
            return new Literals.Refused(true, lowering.range(call));
        }
        if (isOfLanguage(call)) {
            return lowering.refuse(
                    call,
                    "The value of " + call.getMethodAsString() + "(…) is not used",
                    "",
                    "To set an attribute, write name = " + call.getMethodAsString() + "(…).");
        }
        if (!isBlock(call)) {
            return call(call);
        }
        String keyword = call.getMethodAsString();
        if (PRINTING.contains(keyword)) {
            return lowering.refuse(
                    call, "A definition prints nothing", "", "Declare an output, and read it with corbel output.");
        }
        return declaration(call, keyword);
    }

    boolean isBlock(MethodCallExpression call) {
        String name = call.getMethodAsString();
        return call.isImplicitThis()
                && name != null
                && !lowering.functions().contains(name)
                && !lowering.names().isDeclared(name)
                && !isOfLanguage(call);
    }

    /** Tells whether this calls a function of the language; with braces behind it, it is a block of that name. */
    private boolean isOfLanguage(MethodCallExpression call) {
        String name = call.getMethodAsString();
        return call.isImplicitThis()
                && name != null
                && Functions.has(name)
                && !lowering.functions().contains(name)
                && !lowering.names().isDeclared(name)
                && (!endsWithClosure(call) || Functions.takesCode(name));
    }

    private Node declaration(MethodCallExpression call, String keyword) {
        List<Node> positional = new ArrayList<>();
        List<Declaration.Option> options = new ArrayList<>();
        ClosureLiteral body = null;
        List<Expression> arguments = ((TupleExpression) call.getArguments()).getExpressions();
        SourceRange range = lowering.range(call);
        for (int i = 0; i < arguments.size(); i++) {
            Expression argument = arguments.get(i);
            if (argument instanceof BinaryExpression assignment
                    && assignment.getOperation().getText().equals("=")) {
                lowering.refuse(
                        assignment,
                        "Two statements stand on one line",
                        "",
                        "Begin a new line, or put a ; between them. An option is written name: value.");
            } else if (i == arguments.size() - 1 && argument instanceof ClosureExpression closure) {
                body = ANSWERING.contains(keyword) ? lowering.answer(closure) : body(closure);
                range = lowering.source().range(call, closure);
            } else if (argument instanceof MapExpression map
                    && i == 0
                    && lowering.source().at(map) != '[') {
                options(map, options);
            } else {
                positional.add(lowering.expression(argument));
            }
        }
        return new Declaration(keyword, positional, options, body, range);
    }

    private void options(MapExpression map, List<Declaration.Option> options) {
        for (MapEntryExpression entry : map.getMapEntryExpressions()) {
            if (entry.getKeyExpression() instanceof ConstantExpression name) {
                options.add(new Declaration.Option(name.getText(), lowering.expression(entry.getValueExpression())));
            } else {
                lowering.refuse(entry, "The name of an option must be written out", "", null);
            }
        }
    }

    /** The code of a block: its parameters are given by the block; there is no implicit {@code it}. */
    private ClosureLiteral body(ClosureExpression closure) {
        lowering.names().enter();
        org.codehaus.groovy.ast.Parameter[] written = closure.getParameters();
        org.codehaus.groovy.ast.Parameter[] parameters =
                written == null ? org.codehaus.groovy.ast.Parameter.EMPTY_ARRAY : written;
        List<ClosureLiteral.Parameter> lowered = lowering.parameters(parameters);
        Node[] code = new Node[1];
        lowering.within(true, true, () -> code[0] = lowering.statements().sequence(closure.getCode()));
        lowering.names().leave();
        return new ClosureLiteral(lowered, Lowering.required(parameters), code[0], lowering.range(closure));
    }

    Node construct(ConstructorCallExpression call) {
        String name = call.getType().getName();
        Optional<String> type = lowering.types().resolve(name);
        if (type.isEmpty()) {
            return lowering.refuse(call, "There is no class \"" + name + "\"", "", null);
        }
        if (!Library.isConstructible(type.get())) {
            return lowering.refuse(
                    call,
                    Library.isType(type.get())
                            ? Denial.ofMaking("new " + name)
                            : Denial.ofType(type.get(), "new " + name));
        }
        return new Calls.Construct(type.get(), arguments(call.getArguments()), lowering.range(call));
    }

    private List<Node> arguments(MethodCallExpression call) {
        return arguments(call.getArguments());
    }

    private List<Node> arguments(Expression arguments) {
        List<Node> lowered = new ArrayList<>();
        for (Expression argument : ((TupleExpression) arguments).getExpressions()) {
            lowered.add(lowering.expression(argument));
        }
        return lowered;
    }

    /** Tells whether this is the name of a class that definitions cannot use, so that the method says more than the class. */
    private boolean isUnavailable(Expression expression) {
        String name = expression.getText();
        return (expression instanceof VariableExpression || expression instanceof PropertyExpression)
                && !lowering.names().isDeclared(name)
                && lowering.types()
                        .resolve(name)
                        .filter(type -> !Library.isType(type))
                        .isPresent();
    }

    /** {@code object.&method}. */
    Node pointer(MethodPointerExpression pointer, String method) {
        Node object = lowering.expression(pointer.getExpression());
        if (object instanceof Literals.TypeName type && Library.isPointer(type.className(), method)) {
            return new Access.MethodPointer(object, method, lowering.range(pointer));
        }
        Supplier<String> written = () -> pointer.getExpression().getText() + ".&" + method;
        return unavailable(object, method, pointer, written)
                .orElseGet(() -> new Access.MethodPointer(object, method, lowering.range(pointer)));
    }

    /** The refusal of a method that no value, or not this type, has. */
    private Optional<Node> unavailable(Node object, String method, Expression expression, Supplier<String> written) {
        if (object instanceof Literals.Refused) {
            return Optional.of(object);
        }
        if (object instanceof Literals.TypeName type) {
            return Library.isStatic(type.className(), method)
                    ? Optional.empty()
                    : Optional.of(
                            lowering.refuse(expression, Denial.ofStatic(type.className(), method, written.get())));
        }
        return Library.isMethod(method)
                ? Optional.empty()
                : Optional.of(lowering.refuse(expression, Denial.ofMethod(method, written.get())));
    }

    /** {@code resource "a" "b" {}}: Groovy reads a chain of calls, of which names in quotes are odd. */
    private Optional<Node> foreignBlock(MethodCallExpression call) {
        if (lowering.source().at(call.getMethod()) != '"'
                && (call.isImplicitThis() || !(call.getObjectExpression() instanceof ConstantExpression))) {
            return Optional.empty();
        }
        int line = call.getLineNumber();
        return ForeignSyntax.block(
                        lowering.source().file(), line, lowering.source().line(line))
                .map(problem -> {
                    lowering.refuse(problem);
                    return new Literals.Refused(true, lowering.range(call));
                });
    }

    /** {@code a = 1 b = 2}: Groovy calls the first value with the second assignment. */
    private boolean isTwoStatements(MethodCallExpression call) {
        boolean onConstant = !call.isImplicitThis()
                && call.getObjectExpression() instanceof ConstantExpression
                && "call".equals(call.getMethodAsString());
        boolean quoted =
                call.isImplicitThis() && "'\"".indexOf(lowering.source().at(call.getMethod())) >= 0;
        boolean assigns = call.getArguments() instanceof TupleExpression tuple
                && tuple.getExpressions().stream()
                        .anyMatch(argument -> argument instanceof BinaryExpression assignment
                                && assignment.getOperation().getText().equals("="));
        return onConstant || quoted || assigns;
    }

    private Node refuseTwoStatements(MethodCallExpression call) {
        Expression second = ((TupleExpression) call.getArguments())
                .getExpressions().stream().findFirst().orElse(call);
        return lowering.refuse(
                second,
                "Two statements stand on one line",
                "Groovy reads this as a call of the first value.",
                "Begin a new line, or put a ; between them.");
    }

    /** {@code a { } b { }}: Groovy calls the second on what the first gives. */
    private boolean isTwoBlocks(MethodCallExpression call) {
        return call.getObjectExpression() instanceof MethodCallExpression first
                && !call.isImplicitThis()
                && (isBlock(first) ? endsWithClosure(first) : isTwoBlocks(first));
    }

    private static boolean endsWithClosure(MethodCallExpression call) {
        List<Expression> arguments =
                call.getArguments() instanceof TupleExpression tuple ? tuple.getExpressions() : List.of();
        return !arguments.isEmpty() && arguments.get(arguments.size() - 1) instanceof ClosureExpression;
    }
}
